package reaging.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tensorflow.Session;
import org.tensorflow.op.Ops;

class OneDnnTest {
    private static final String CONVOLUTION = "cpu,convolution"; // in a line of oneDNN's own log

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"fpu sse4_2 avx avx2 fma, true", "fpu sse4_2 avx fma, false"})
    void itIsChosenForCpusWithAvx2(String flags, boolean chosen) throws IOException {
        var cpu = Files.writeString(
                folder.resolve("cpuinfo"), "processor\t: 0\nflags\t\t: " + flags + "\n\nprocessor\t: 1\n");
        assertEquals(chosen, OneDnn.isFaster(Map.of(), cpu));
    }

    @ParameterizedTest
    @CsvSource({"0", "1"})
    void theUsersOwnChoiceStands(String value) throws IOException {
        var cpu = Files.writeString(folder.resolve("cpuinfo"), "flags\t: avx2\n");
        assertFalse(OneDnn.isFaster(Map.of("TF_ENABLE_ONEDNN_OPTS", value), cpu));
    }

    @Test
    void withoutAListOfTheCpusFlagsTensorFlowChooses() {
        assertFalse(OneDnn.isFaster(Map.of(), folder.resolve("missing")));
    }

    @Test
    void aProgramWithoutTheLauncherComputesWithIt() throws Exception {
        assumeTrue(OneDnn.isFaster(Map.of(), Path.of("/proc/cpuinfo")), "a CPU where it is faster");
        assertTrue(logOfAConvolution(Map.of()).contains(CONVOLUTION));
        assertFalse(logOfAConvolution(Map.of("TF_ENABLE_ONEDNN_OPTS", "0")).contains(CONVOLUTION));
    }

    /** What a Java program of its own logs. */
    private String logOfAConvolution(Map<String, String> variables) throws IOException, InterruptedException {
        var log = folder.resolve("log.txt");
        var java = Path.of(System.getProperty("java.home"), "bin", "java");
        var program = new ProcessBuilder(
                        java.toString(), "-cp", System.getProperty("java.class.path"), Convolving.class.getName())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        var environment = program.environment();
        environment.remove("TF_ENABLE_ONEDNN_OPTS");
        environment.put("ONEDNN_VERBOSE", "1");
        environment.putAll(variables);
        int code = program.start().waitFor();
        String printed = Files.readString(log, StandardCharsets.UTF_8);
        assertEquals(0, code, printed);
        return printed;
    }

    /** The program: one convolution. */
    static final class Convolving {
        private Convolving() {}

        public static void main(String[] arguments) {
            try (var graph = Graphs.open();
                    var session = new Session(graph, Sessions.inference())) {
                Ops tf = Ops.create(graph);
                var x = tf.random.statelessRandomNormal(tf.array(1, 8, 8, 16), tf.array(0L, 1L));
                var kernel = tf.random.statelessRandomNormal(tf.array(3, 3, 16, 16), tf.array(0L, 2L));
                session.run(tf.nn.conv2d(x, kernel, List.of(1L, 1L, 1L, 1L), "SAME"));
            }
        }
    }
}
