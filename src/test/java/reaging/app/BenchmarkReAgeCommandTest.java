package reaging.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static reaging.app.Outcome.assertFails;
import static reaging.app.Outcome.assertSucceeds;
import static reaging.app.Outcome.ragan;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import reaging.Python;

class BenchmarkReAgeCommandTest {
    private static final Set<String> TASKS = Set.of("single", "batch", "encode", "slide");

    private static Outcome benchmark(String... options) {
        List<String> arguments = new ArrayList<>(List.of("benchmark", "reage"));
        arguments.addAll(List.of("--model", "savedmodels/synthetic-tiny"));
        arguments.addAll(List.of(options));
        return ragan(arguments.toArray(String[]::new));
    }

    private static JsonObject json(String... options) {
        List<String> arguments = new ArrayList<>(List.of("--batch", "3", "--calls", "2", "--json"));
        arguments.addAll(List.of(options));
        var measured = benchmark(arguments.toArray(String[]::new));
        assertSucceeds(measured);
        return JsonParser.parseString(measured.out()).getAsJsonObject();
    }

    @Test
    void everyTaskIsMeasured() {
        var report = json("--starts", "0");
        assertEquals(Set.of("model", "imageSize", "batch", "tasks"), report.keySet());
        assertEquals("synthetic-tiny", report.get("model").getAsString());
        var tasks = report.getAsJsonObject("tasks");
        assertEquals(TASKS, tasks.keySet());
        var batch = tasks.getAsJsonObject("batch");
        double median = batch.getAsJsonObject("seconds").get("median").getAsDouble();
        assertEquals(3, batch.get("imagesPerSecond").getAsDouble() * median, 1e-6);
    }

    @Test
    @Tag("slow")
    void aWholeCommandIsMeasured() {
        var seconds = json("--starts", "1").getAsJsonObject("coldStart").getAsJsonObject("seconds");
        assertEquals(Set.of("median", "min", "max"), seconds.keySet());
        assertTrue(seconds.get("min").getAsDouble() > 0);
    }

    @Test
    @Tag("slow")
    void pythonDoesTheSameInTurns() {
        Python.require();
        var report = json("--starts", "1", "--against", "keras");
        assertEquals(TASKS, report.getAsJsonObject("ratio").keySet());
        assertEquals(
                TASKS, report.getAsJsonObject("theirs").getAsJsonObject("tasks").keySet());
        var cold = report.getAsJsonObject("coldStart");
        double ratio = cold.getAsJsonObject("theirs").get("median").getAsDouble()
                / cold.getAsJsonObject("seconds").get("median").getAsDouble();
        assertEquals(ratio, cold.getAsJsonObject("ratio").get("median").getAsDouble(), 1e-9);
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                Arguments.of("at least 1", new String[] {"--batch", "0"}),
                Arguments.of("at least 1", new String[] {"--calls", "0"}),
                Arguments.of("at least 0", new String[] {"--starts", "-1"}),
                Arguments.of("must be keras here", new String[] {"--against", "pytorch"}));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void mistakeGetsOneLineThatSaysWhatToDo(String expected, String[] options) {
        assertFails(2, expected, benchmark(options));
    }
}
