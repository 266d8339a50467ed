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

class BenchmarkTrainCommandTest {
    private static final Set<String> SPEED = Set.of(
            "imagesPerSecond",
            "secondsPerStep",
            "secondsPerStepRange",
            "secondsWaitedPerStep",
            "multiplyAddsPerStep",
            "multiplyAddsPerSecond",
            "matrixProductPerSecond",
            "peakBytes");

    private static Outcome benchmark(String... options) {
        List<String> arguments = new ArrayList<>(List.of("benchmark", "train"));
        arguments.addAll(List.of("--preset", "tiny-32", "--batch", "2", "--steps", "2"));
        arguments.addAll(List.of(options));
        return ragan(arguments.toArray(String[]::new));
    }

    private static JsonObject json(String... options) {
        List<String> arguments = new ArrayList<>(List.of(options));
        arguments.add("--json");
        var measured = benchmark(arguments.toArray(String[]::new));
        assertSucceeds(measured);
        return JsonParser.parseString(measured.out()).getAsJsonObject();
    }

    @Test
    @Tag("slow")
    void theProfileAddsUpToTheWorkOfAStep() {
        var report = json("--profile");
        var profile = report.remove("profile").getAsJsonObject();
        assertEquals(SPEED, report.keySet());
        long ops = 0;
        long multiplyAdds = 0;
        for (var type : profile.getAsJsonArray("types")) {
            ops += type.getAsJsonObject().get("count").getAsLong();
            multiplyAdds += type.getAsJsonObject().get("multiplyAdds").getAsLong();
        }
        assertEquals(profile.get("ops").getAsDouble(), (double) ops, 5); // rounded down type by type
        double work = report.get("multiplyAddsPerStep").getAsDouble();
        assertEquals(1, multiplyAdds / work, 0.02); // the graph optimizer shares a few ops
        assertTrue(profile.get("selfSeconds").getAsDouble() > 0);
    }

    @Test
    @Tag("slow")
    void kerasTakesTheSameStepsInTurns() {
        Python.require();
        comparison("keras");
    }

    @Test
    @Tag("slow")
    void pytorchTakesTheSameStepsInTurns() {
        Python.require("torch", ".venv/bin/pip install -r notebooks/requirements-pytorch.txt");
        comparison("pytorch-channels-last");
    }

    private static void comparison(String against) {
        var report = json("--against", against, "--rounds", "2");
        assertTrue(report.keySet().containsAll(SPEED), report.toString());
        assertEquals(against, report.get("against").getAsString());
        var theirs = report.getAsJsonObject("theirs");
        assertEquals(Set.of("versions", "imagesPerSecond", "peakBytes"), theirs.keySet());
        assertTrue(theirs.get("imagesPerSecond").getAsDouble() > 0);
        var rounds = report.getAsJsonArray("rounds");
        assertEquals(2, rounds.size());
        double least = Double.POSITIVE_INFINITY;
        for (var each : rounds) {
            var round = each.getAsJsonObject();
            least = Math.min(
                    least, round.get("ours").getAsDouble() / round.get("theirs").getAsDouble());
        }
        var ratio = report.getAsJsonObject("ratio");
        assertEquals(Set.of("median", "min", "max"), ratio.keySet());
        assertEquals(least, ratio.get("min").getAsDouble(), 1e-9);
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                Arguments.of("--steps must be at least 1", new String[] {"--steps", "0"}),
                Arguments.of("expected one of", new String[] {"--against", "jax"}),
                Arguments.of("--rounds requires --against", new String[] {"--rounds", "2"}),
                Arguments.of("--rounds must be at least 1", new String[] {"--against", "keras", "--rounds", "0"}),
                Arguments.of("leave --micro-batch out", new String[] {"--against", "keras", "--micro-batch", "1"}),
                Arguments.of("on one CPU", new String[] {"--against", "keras", "--devices", "cpu:0,cpu:1"}),
                Arguments.of("on one CPU", new String[] {"--against", "keras", "--device", "gpu"}));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void mistakeGetsOneLineThatSaysWhatToDo(String expected, String[] options) {
        // Of an option given twice picocli would complain first.
        List<String> arguments = new ArrayList<>(List.of("benchmark", "train", "--preset", "tiny-32", "--batch", "2"));
        arguments.addAll(List.of(options));
        assertFails(2, expected, ragan(arguments.toArray(String[]::new)));
    }

    @Test
    void withoutPythonThereIsOneLineWithACure() {
        var before = System.setProperty("RAGAN_PYTHON", "nowhere/python");
        try {
            assertFails(1, "nowhere/python cannot be started; python3 -m venv", benchmark("--against", "keras"));
        } finally {
            if (before == null) {
                System.clearProperty("RAGAN_PYTHON");
            } else {
                System.setProperty("RAGAN_PYTHON", before);
            }
        }
    }
}
