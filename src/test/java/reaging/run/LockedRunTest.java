package reaging.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reaging.data.folders.DataFormat;
import reaging.data.folders.Pruning;
import reaging.model.ModelConfig;

class LockedRunTest {
    private static final int AT_ONCE = 8;

    @TempDir
    private Path out;

    private static RunConfig config() {
        return new RunConfig(
                FaceData.SYNTHETIC,
                DataFormat.AUTO,
                Pruning.CONFIDENCE,
                ModelConfig.preset("tiny-32"),
                Preset.of("tiny-32").training());
    }

    @Test
    void runsBegunAtOneMomentAreAllThereAndHaveNumbersOfTheirOwn() throws Exception {
        var begin = new CountDownLatch(1);
        List<Callable<RunFolder>> starts = new ArrayList<>();
        for (int i = 0; i < AT_ONCE; i++) {
            var data = "data-" + i % 2;
            starts.add(() -> {
                begin.await();
                try (var held = LockedRun.create(out, data, config())) {
                    return held.folder();
                }
            });
        }
        var threads = Executors.newFixedThreadPool(AT_ONCE);
        try {
            var running = starts.stream().map(threads::submit).toList();
            begin.countDown();
            Set<String> numbers = new HashSet<>();
            for (var run : running) {
                assertEquals(config(), run.get().readConfig());
                numbers.add(run.get().path().getFileName().toString().substring(0, 5));
            }
            assertEquals(AT_ONCE, numbers.size(), numbers.toString());
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void newRunIsHeldAndFreeWhenItIsClosed() {
        RunFolder folder;
        try (var held = LockedRun.create(out, "data", config())) {
            folder = held.folder();
            assertTrue(LockedRun.take(folder).isEmpty());
        }
        try (var again = LockedRun.require(folder)) {
            assertFalse(again.folder().finished());
        }
    }

    @Test
    void numbersGoOnFromTheHighest() {
        var names = IntStream.range(0, 3)
                .mapToObj(i -> RunFolder.create(out, "data", config())
                        .path()
                        .getFileName()
                        .toString())
                .toList();
        assertEquals(List.of("00000-data-tiny-32", "00001-data-tiny-32", "00002-data-tiny-32"), names);
    }
}
