package reaging.app.shell;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

/**
 * Runs work that Ctrl-C may stop. JShell throws into whatever its own thread is doing; in the middle of a step that would leak
 * TensorFlow's memory. So the steps run in a separate thread, and JShell's thread only waits.
 */
final class Stoppable {
    private final int count;
    private final Runnable work;
    private volatile boolean stopped;

    private Stoppable(int count, Runnable work) {
        this.count = count;
        this.work = work;
    }

    /** Repeats the work a number of times; if the waiting thread is thrown out of its wait, the current repetition is the last. */
    static void repeat(int count, Runnable work) {
        var stoppable = new Stoppable(count, work);
        // Not in JShell's thread group, since a notebook's JShell stops all threads in it.
        var group = Thread.currentThread().getThreadGroup();
        while (group.getParent() != null) {
            group = group.getParent();
        }
        var running = new CompletableFuture<Void>();
        new Thread(group, () -> stoppable.run(running), "steps").start();
        await(stoppable, running);
    }

    private static void await(Stoppable stoppable, CompletableFuture<Void> running) {
        try {
            running.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            stoppable.stopped = true;
            awaitLast(running);
        }
    }

    private static void awaitLast(CompletableFuture<Void> running) {
        try {
            running.join();
        } catch (CompletionException e) {
            // get() has reported it already, unless Ctrl-C came first: then nobody waits for this step's result.
            running.isCompletedExceptionally();
        }
    }

    private void run(CompletableFuture<Void> running) {
        try {
            for (int i = 0; i < count && !stopped; i++) {
                work.run();
            }
            running.complete(null);
        } catch (RuntimeException | Error e) {
            running.completeExceptionally(e);
        }
    }
}
