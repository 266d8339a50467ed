package reaging.runtime;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Makes TensorFlow use oneDNN on every CPU with AVX2. By default TensorFlow uses oneDNN only on CPUs with AVX512-VNNI or similar;
 * without it a training step takes up to 1.6 times as long, see {@code docs/performance.md}.
 *
 * <p>TensorFlow reads the variable {@code TF_ENABLE_ONEDNN_OPTS} while its native library is loaded. A value set by the user takes
 * precedence; {@code 0} turns oneDNN off.
 */
public final class OneDnn {
    private static final String VARIABLE = "TF_ENABLE_ONEDNN_OPTS";
    private static final Path CPU = Path.of("/proc/cpuinfo"); // exists only on Linux

    private static boolean chosen;

    private OneDnn() {}

    /**
     * Makes the choice once per process. It must be called before anything loads TensorFlow, which ignores later changes; {@link
     * Graphs} calls it for every graph. A program that uses TensorFlow before this project must set the variable itself before
     * Java starts, as the launcher does.
     */
    public static synchronized void choose() {
        if (!chosen) {
            CudaLibraries.load(); // TensorFlow also looks for them while it is loaded
        }
        if (!chosen && isFaster(System.getenv(), CPU)) {
            Environment.put(VARIABLE, "1");
        }
        chosen = true;
    }

    /** Whether to turn oneDNN on: the user has not decided, and the CPU has AVX2. */
    static boolean isFaster(Map<String, String> environment, Path cpu) {
        return !environment.containsKey(VARIABLE) && flags(cpu).contains("avx2");
    }

    private static List<String> flags(Path cpu) {
        if (!Files.isReadable(cpu)) {
            return List.of();
        }
        try (var lines = Files.lines(cpu)) {
            return lines.filter(line -> line.startsWith("flags"))
                    .findFirst()
                    .map(line -> Arrays.asList(line.split("\\s+")))
                    .orElse(List.of());
        } catch (IOException e) {
            return List.of(); // TensorFlow's own choice then
        }
    }
}
