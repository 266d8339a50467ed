package reaging.faces;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import reaging.data.synthetic.SyntheticFaces;

/**
 * Prints how much memory the process holds while one {@link PhotoReAger} re-ages a photo again and again, from two threads:
 * {@code MemoryOverCalls 10000}. Not a test, since it takes minutes; its figures are in docs/photos.md.
 */
final class MemoryOverCalls {
    private static final int LINES = 10;
    private static final int THREADS = 2;

    private MemoryOverCalls() {}

    public static void main(String[] arguments) throws IOException, InterruptedException, ExecutionException {
        int calls = Integer.parseInt(arguments[0]);
        var folder = Files.createTempDirectory("memory-over-calls");
        var photo = folder.resolve("photo.png");
        ImageIO.write(new SyntheticFaces(2, 9, 256).draw(0, 30).image(), "png", photo.toFile());
        try (var photos = PhotoReAger.open(Path.of("savedmodels/reaging-small-64-utkface"))) {
            for (int done = 0; done <= calls; done += calls / LINES) {
                System.out.printf(Locale.ROOT, "%6d calls: %s%n", done, resident());
                repeat(photos, photo, folder, calls / LINES);
            }
        }
    }

    private static void repeat(PhotoReAger photos, Path photo, Path folder, int calls)
            throws InterruptedException, ExecutionException {
        var threads = Executors.newFixedThreadPool(THREADS);
        try {
            var all = IntStream.range(0, calls)
                    .mapToObj(i -> threads.submit(() -> photos.reAge(
                            photo,
                            i % 100,
                            folder.resolve(Thread.currentThread().getName() + ".png"))))
                    .toList();
            for (var call : all) {
                call.get();
            }
        } finally {
            threads.shutdown();
        }
    }

    /** The resident memory as Linux tells it. */
    private static String resident() throws IOException {
        try (var lines = Files.lines(Path.of("/proc/self/status"))) {
            return lines.filter(line -> line.startsWith("VmRSS")).findFirst().orElse("unknown");
        }
    }
}
