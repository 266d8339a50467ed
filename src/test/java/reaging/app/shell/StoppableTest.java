package reaging.app.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class StoppableTest {
    @Test
    void workIsDoneAsOftenAsWanted() {
        var done = new AtomicInteger();
        Stoppable.repeat(5, done::incrementAndGet);
        assertEquals(5, done.get());
    }

    @Test
    void interruptedWaitEndsAfterTheStepThatRuns() throws InterruptedException {
        var began = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        var done = new AtomicInteger();
        var interrupted = new AtomicBoolean();
        var waiting = new Thread(() -> {
            Stoppable.repeat(1000, () -> {
                began.countDown();
                await(goOn);
                done.incrementAndGet();
            });
            interrupted.set(Thread.currentThread().isInterrupted());
        });
        waiting.start();
        began.await();
        waiting.interrupt();
        waiting.join(300);
        assertTrue(waiting.isAlive(), "it waits for the step");
        goOn.countDown();
        waiting.join();
        assertEquals(1, done.get());
        assertTrue(interrupted.get());
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void failureOfAStepIsTheFailureOfAll() {
        var done = new AtomicInteger();
        var error = assertThrows(
                IllegalArgumentException.class,
                () -> Stoppable.repeat(9, () -> {
                    if (done.incrementAndGet() == 3) {
                        throw new IllegalArgumentException("the third");
                    }
                }));
        assertEquals("the third", error.getMessage());
        assertEquals(3, done.get());
        assertFalse(Thread.currentThread().isInterrupted());
    }
}
