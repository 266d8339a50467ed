package reaging.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Everything a user does, on a small scale, and what happens when it is done wrong. */
class CommandsTest {
    @TempDir
    private static Path folder;

    /** What a command left behind. */
    private record Outcome(int code, String out, String err) {}

    private static Outcome ragan(String... arguments) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        PrintStream oldOut = System.out;
        PrintStream oldErr = System.err;
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
        try {
            int code = Ragan.execute(arguments);
            return new Outcome(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(oldOut);
            System.setErr(oldErr);
        }
    }

    private static String path(String name) {
        return folder.resolve(name).toString();
    }

    private static void assertSucceeds(Outcome outcome) {
        assertEquals(0, outcome.code(), outcome.err());
    }

    @Test
    void wholePathFromFacesToAReAgedPhoto() throws IOException {
        // Faces, one of them damaged.
        assertSucceeds(ragan("data", "synthesize", "-n", "24", "--size", "32", "-o", path("faces")));
        var images = files(folder.resolve("faces/images"));
        assertEquals(24, images.size());
        var damaged = folder.resolve("faces/images/33_0_0_damaged.png");
        Files.write(damaged, Arrays.copyOf(Files.readAllBytes(images.get(0)), 200));
        Files.copy(
                folder.resolve("faces/masks").resolve(images.get(0).getFileName()),
                folder.resolve("faces/masks/33_0_0_damaged.png"));

        // Train.
        var trained = ragan(
                "train",
                "--data",
                path("faces"),
                "--preset",
                "tiny-32",
                "--steps",
                "30",
                "--batch",
                "4",
                "--out",
                path("runs"));
        assertSucceeds(trained);
        assertEquals(
                1,
                trained.err()
                        .lines()
                        .filter(line -> line.contains("skipped 33_0_0_damaged.png"))
                        .count(),
                trained.err());
        var run = folder.resolve("runs/00000-faces-tiny-32");
        assertTrue(Files.exists(run.resolve("config.json")));
        assertEquals(2, files(run.resolve("samples")).size());
        var grid = ImageIO.read(files(run.resolve("samples")).get(1).toFile());
        assertEquals(11 * 128, grid.getWidth());
        var log = Files.readAllLines(run.resolve("log.jsonl"));
        assertEquals(
                120,
                JsonParser.parseString(log.get(log.size() - 1))
                        .getAsJsonObject()
                        .get("images")
                        .getAsInt());

        // Look.
        var model = run.resolve("savedmodel").toString();
        var inspected = ragan("inspect", model);
        assertSucceeds(inspected);
        assertTrue(inspected.out().contains("lifespan         image [N, 32, 32, 3] -> reaged [N, 10, 32, 32, 3]"));
        var json =
                JsonParser.parseString(ragan("inspect", model, "--json").out()).getAsJsonObject();
        assertEquals(148_451 + 2 * 3 * 2 * 16, json.get("values").getAsInt());
        assertEquals(30, json.getAsJsonObject("modelCard").get("step").getAsInt());

        // Re-age.
        var photo = images.get(0).toString();
        var one = ragan("reage", photo, "--age", "70", "--aligned", "--model", model, "--out", path("old"));
        assertSucceeds(one);
        var reAged = ImageIO.read(Path.of(one.out().strip()).toFile());
        assertEquals(32, reAged.getWidth());
        var strip = ragan("reage", photo, "--ages", "all", "--aligned", "--model", model, "--out", path("strip"));
        assertSucceeds(strip);
        assertEquals(
                11 * 32, ImageIO.read(Path.of(strip.out().strip()).toFile()).getWidth());

        // Measure.
        var measured = ragan("evaluate", "--model", model, "--people", "2", "--json");
        assertSucceeds(measured);
        var total = JsonParser.parseString(measured.out()).getAsJsonObject().getAsJsonObject("total");
        assertTrue(total.get("input").getAsDouble() > 5, "people change with age");
        assertTrue(total.get("output").getAsDouble() > 0);

        // Export once more.
        assertSucceeds(ragan("export", "latest", "--out", path("runs"), "-o", path("exported")));
        assertTrue(Files.exists(folder.resolve("exported/saved_model.pb")));
    }

    private static List<Path> files(Path directory) throws IOException {
        try (var files = Files.list(directory)) {
            return files.sorted().toList();
        }
    }

    @Test
    void infoAsJsonHasTheParametersOfThePreset() {
        var info = ragan("info", "--preset", "tiny-64", "--json");
        assertSucceeds(info);
        var object = JsonParser.parseString(info.out()).getAsJsonObject();
        assertEquals("tiny-64", object.get("preset").getAsString());
        var generator = object.getAsJsonObject("generator");
        assertEquals(375_411, generator.get("parameters").getAsInt());
        assertTrue(generator.get("multiplyAdds").getAsLong()
                < generator.get("plainMultiplyAdds").getAsLong());
        assertEquals(
                179_474,
                object.getAsJsonObject("discriminator").get("parameters").getAsInt());
    }

    static Stream<Arguments> mistakes() throws IOException {
        var empty = Files.createDirectories(folder.resolve("empty")).toString();
        var text = Files.writeString(folder.resolve("text.png"), "no picture").toString();
        return Stream.of(
                Arguments.of("a folder of images", new String[] {"train", "--data", path("nowhere")}),
                Arguments.of(".jpg or .png images", new String[] {"train", "--data", empty}),
                Arguments.of("tiny-64", new String[] {"train", "--preset", "huge"}),
                Arguments.of("batch must be", new String[] {"train", "--batch", "0"}),
                Arguments.of("learning rate", new String[] {"train", "--learning-rate", "-1"}),
                Arguments.of("mutually exclusive", new String[] {"train", "--kimg", "1", "--steps", "1"}),
                Arguments.of("Unknown option", new String[] {"train", "--nonsense"}),
                Arguments.of("there must be a run", new String[] {"train", "--resume", "latest", "--out", empty}),
                Arguments.of("a command is missing", new String[] {}),
                Arguments.of("0 to 120", new String[] {"reage", text, "--age", "121", "--aligned"}),
                Arguments.of("0 to 120", new String[] {"reage", text, "--age", "-1", "--aligned"}),
                Arguments.of("commas", new String[] {"reage", text, "--ages", "5;70", "--aligned"}),
                Arguments.of("--aligned", new String[] {"reage", text, "--age", "5"}),
                Arguments.of(
                        "saved_model.pb", new String[] {"reage", text, "--age", "5", "--aligned", "--model", empty}),
                Arguments.of("saved_model.pb", new String[] {"inspect", empty}),
                Arguments.of("exists", new String[] {"export", "latest", "-o", empty}));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void mistakeGetsOneLineThatSaysWhatToDo(String expected, String[] arguments) {
        var outcome = ragan(arguments);
        assertEquals(2, outcome.code(), outcome.err());
        assertEquals(1, outcome.err().lines().count(), outcome.err());
        assertTrue(outcome.err().contains(expected), outcome.err());
        assertFalse(outcome.err().contains("\tat "), outcome.err());
    }

    @Test
    void everyCommandHasHelpWithAnExample() {
        for (var command : List.of("train", "reage", "export", "inspect", "evaluate", "info", "shell", "notebook")) {
            var help = ragan(command, "--help");
            assertSucceeds(help);
            assertTrue(help.out().contains("ragan " + command + " "), help.out());
        }
    }
}
