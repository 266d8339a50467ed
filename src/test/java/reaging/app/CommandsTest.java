package reaging.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static reaging.app.Outcome.assertFails;
import static reaging.app.Outcome.assertSucceeds;
import static reaging.app.Outcome.ragan;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import reaging.data.synthetic.SyntheticFaces;

/** Everything a user does, on a small scale, and what happens when it is done wrong. */
@Tag("slow")
class CommandsTest {
    @TempDir
    private static Path folder;

    private static String path(String name) {
        return folder.resolve(name).toString();
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
        Files.writeString(
                folder.resolve("faces/labels.csv"), "33_0_0_damaged.png,33.5,30-39,0,0\n", StandardOpenOption.APPEND);

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
        assertEquals(148_460 + 2 * 3 * 2 * 16, json.get("values").getAsInt());
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
        var measured = ragan("evaluate", "--model", model, "--people", "2", "--json", "--out", path("truth"));
        assertSucceeds(measured);
        var total = JsonParser.parseString(measured.out()).getAsJsonObject().getAsJsonObject("total");
        assertTrue(total.get("input").getAsDouble() > 5, "people change with age");
        assertTrue(total.get("output").getAsDouble() > 0);
        assertTrue(Files.readString(folder.resolve("truth/report.html")).contains("geometry"));
        var report = evaluatedFolder(model);
        assertTrue(report.getAsJsonObject("reconstruction").get("l1").getAsDouble() > 0);
        assertTrue(report.getAsJsonObject("withoutMask").get("corner").getAsDouble() > 0);
        var methods = report.getAsJsonObject("methods");
        assertNotEquals(background(methods, "model"), background(methods, "unmasked"));
        assertTrue(report.getAsJsonObject("calibration").get("ageError").isJsonNull());
        assertEquals(report, evaluatedFolder(model), "the second time nothing is worked out anew");

        // Export once more.
        assertSucceeds(ragan("export", "latest", "--out", path("runs"), "-o", path("exported")));
        assertTrue(Files.exists(folder.resolve("exported/saved_model.pb")));
    }

    private static double background(JsonObject methods, String method) {
        return methods.getAsJsonObject(method)
                .getAsJsonObject("total")
                .get("background")
                .getAsDouble();
    }

    /** Without evaluator networks, whatever is installed. */
    private static JsonObject evaluatedFolder(String model) throws IOException {
        var measured = ragan(
                "evaluate",
                "--model",
                model,
                "--data",
                path("faces"),
                "--evaluators",
                path("no evaluators"),
                "--out",
                path("report"),
                "--json");
        assertSucceeds(measured);
        assertTrue(measured.err().contains("not measured: identity"), measured.err());
        assertTrue(Files.readString(folder.resolve("report/report.md")).contains("| background |"));
        assertTrue(Files.readString(folder.resolve("report/report.html")).contains("data:image/png;base64,"));
        return JsonParser.parseString(measured.out()).getAsJsonObject();
    }

    private static List<Path> files(Path directory) throws IOException {
        try (var files = Files.list(directory)) {
            return files.sorted().toList();
        }
    }

    @Test
    void whatIsNotThePapersIsTrainedAndExported() throws IOException {
        assertSucceeds(ragan(
                "train",
                "--preset",
                "tiny-32",
                "--steps",
                "3",
                "--batch",
                "2",
                "--without",
                "modulator,background,cycle,reconstruction",
                "--reconstruction-epochs",
                "30",
                "--lazy-r1",
                "2",
                "--augment",
                "color,translation,cutout",
                "--exclude-own-group",
                "--mismatch-weight",
                "0.5",
                "--background-weight",
                "10",
                "--average",
                "1",
                "--equalize",
                "--whole-reconstruction",
                "--upsampling",
                "nearest",
                "--out",
                path("ablations")));
        var model = path("ablations/00000-synthetic-tiny-32/savedmodel");
        var inspected = ragan("inspect", model, "--json");
        assertSucceeds(inspected);
        assertFalse(inspected.out().contains("age_modulator"));
        assertTrue(inspected.out().contains("\"upsampling\": \"nearest\""));
        var config = Files.readString(folder.resolve("ablations/00000-synthetic-tiny-32/config.json"));
        assertTrue(config.contains("\"mismatchWeight\": 0.5") && config.contains("\"averaging\": 1000"), config);
    }

    @Test
    void anIdentityLossWithoutItsNetworkBeginsNoRun() {
        var missing = path("nothing");
        var failed = ragan("train", "--identity-weight", "1", "--evaluators", missing, "--out", path("no runs"));
        assertEquals(2, failed.code());
        assertTrue(failed.err().contains("the identity loss needs its network"), failed.err());
        assertFalse(Files.exists(folder.resolve("no runs")));
    }

    @Test
    void infoAsJsonHasTheParametersOfThePreset() {
        var info = ragan("info", "--preset", "tiny-64", "--json");
        assertSucceeds(info);
        var object = JsonParser.parseString(info.out()).getAsJsonObject();
        assertEquals("tiny-64", object.get("preset").getAsString());
        assertEquals("bilinear", object.get("upsampling").getAsString());
        var generator = object.getAsJsonObject("generator");
        assertEquals(375_420, generator.get("parameters").getAsInt());
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
                Arguments.of("one of auto, labelled", new String[] {"train", "--format", "huge"}),
                Arguments.of("apply only to folders", new String[] {"train", "--prune", "lats"}),
                Arguments.of("ffhq_aging_labels.csv", new String[] {"data", "check", empty, "--format", "ffhq-aging"}),
                Arguments.of("tiny-64", new String[] {"train", "--preset", "huge"}),
                Arguments.of("batch must be", new String[] {"train", "--batch", "0"}),
                Arguments.of("weight of the mismatch", new String[] {"train", "--mismatch-weight", "-1"}),
                Arguments.of("weight of the background", new String[] {"train", "--background-weight", "-1"}),
                Arguments.of("average over at least 0 images", new String[] {"train", "--average", "-1"}),
                Arguments.of("learning rate", new String[] {"train", "--learning-rate", "-1"}),
                Arguments.of("mutually exclusive", new String[] {"train", "--kimg", "1", "--steps", "1"}),
                Arguments.of("mutually exclusive", new String[] {"train", "--resume", "latest", "--fresh"}),
                Arguments.of("at least one image", new String[] {"train", "--kimg", "0", "--data", path("nowhere")}),
                Arguments.of("at most", new String[] {"train", "--steps", "999999999999999999"}),
                Arguments.of("must divide the batch", new String[] {"train", "--batch", "4", "--micro-batch", "3"}),
                Arguments.of(
                        "needs a GPU but this run",
                        new String[] {"train", "--precision", "float16", "--device", "cpu"}),
                Arguments.of("expected one of", new String[] {"train", "--precision", "float8"}),
                Arguments.of("expected one of", new String[] {"train", "--upsampling", "cubic"}),
                Arguments.of("must be kept", new String[] {"train", "--keep", "0"}),
                Arguments.of("snapshot", new String[] {"train", "--snapshot-kimg", "NaN"}),
                Arguments.of("Unknown option", new String[] {"train", "--nonsense"}),
                Arguments.of("there must be a run", new String[] {"train", "--resume", "latest", "--out", empty}),
                Arguments.of("0 to 120", new String[] {"reage", text, "--age", "121", "--aligned"}),
                Arguments.of("0 to 120", new String[] {"reage", text, "--age", "-1", "--aligned"}),
                Arguments.of("comma-separated", new String[] {"reage", text, "--ages", "5;70", "--aligned"}),
                Arguments.of("must be a JPEG, PNG", new String[] {"reage", text, "--age", "5"}),
                Arguments.of("--mask requires --aligned", new String[] {"reage", text, "--age", "5", "--mask", text}),
                Arguments.of("try 1,3", new String[] {"reage", text, "--age", "5", "--faces", "both"}),
                Arguments.of("must contain pictures", new String[] {"reage", empty, "--age", "5"}),
                Arguments.of(
                        "saved_model.pb", new String[] {"reage", text, "--age", "5", "--aligned", "--model", empty}),
                Arguments.of("saved_model.pb", new String[] {"inspect", empty}),
                Arguments.of("saved_model.pb", new String[] {"evaluate", "--model", empty}),
                Arguments.of("a command is missing", new String[] {"evaluators"}),
                Arguments.of("a command is missing", new String[] {"networks"}),
                Arguments.of("exists", new String[] {"export", "latest", "-o", empty}));
    }

    /** A folder for each of two groups, with a drawn face each, a text file with an image's name and a duplicate. */
    private static String photos() throws IOException {
        var photos = folder.resolve("photos");
        for (int i = 0; i < 4; i++) {
            var group = Files.createDirectories(photos.resolve(i % 2 == 0 ? "0-2" : "70+"));
            var drawing = new SyntheticFaces(4, 0, 40).draw(i);
            ImageIO.write(drawing.image(), "png", group.resolve(i + ".png").toFile());
        }
        Files.write(photos.resolve("70+/again.png"), Files.readAllBytes(photos.resolve("70+/1.png")));
        Files.writeString(photos.resolve("0-2/text.png"), "no picture");
        return photos.toString();
    }

    @Test
    void folderIsCheckedPreparedAndMeasured() throws IOException {
        var checked = ragan("data", "check", photos());
        assertSucceeds(checked);
        assertTrue(checked.out().contains("read as folders"), checked.out());
        assertTrue(checked.out().contains("40 x 40 (5)"), checked.out());
        assertTrue(checked.out().contains("70+/1.png = 70+/again.png"), checked.out());
        assertTrue(checked.out().contains("whole image counts as face"), checked.out());
        assertTrue(checked.out().contains("not used: 1 that cannot be read: 0-2/text.png"), checked.out());

        var json = JsonParser.parseString(
                        ragan("data", "check", photos(), "--json").out())
                .getAsJsonObject();
        assertEquals("folders", json.get("format").getAsString());
        assertEquals(
                1, json.getAsJsonObject("skipped").getAsJsonArray("unreadable").size());

        var prepared = ragan("data", "prepare", photos(), "--size", "32", "-o", path("photos-32"));
        assertSucceeds(prepared);
        assertTrue(prepared.err().contains("left out 1 that cannot be read: 0-2/text.png"), prepared.err());
        assertEquals(path("photos-32"), prepared.out().strip());

        var measured = ragan(
                "benchmark",
                "data",
                "--data",
                path("photos-32"),
                "--preset",
                "tiny-32",
                "--batch",
                "2",
                "--batches",
                "10",
                "--steps",
                "1",
                "--json");
        assertSucceeds(measured);
        assertTrue(JsonParser.parseString(measured.out())
                        .getAsJsonObject()
                        .get("imagesPerSecond")
                        .getAsDouble()
                > 0);
    }

    @Test
    void checkOfADataSetInWhichNothingIsUsableFails() throws IOException {
        for (int i = 0; i < 3; i++) {
            Files.createDirectories(folder.resolve("broken"));
            Files.writeString(folder.resolve("broken/" + (20 + i) + "_0_0_1.jpg"), "no picture");
        }
        var checked = ragan("data", "check", path("broken"));
        assertEquals(1, checked.code());
        assertTrue(checked.out().contains("3 that cannot be read"), checked.out());
        assertEquals(1, checked.err().lines().count(), checked.err());
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void mistakeGetsOneLineThatSaysWhatToDo(String expected, String[] arguments) {
        assertFails(2, expected, ragan(arguments));
    }

    @Test
    void dryRunShowsWhatWouldBeAndWritesNothing() {
        var dry = ragan("train", "--preset", "tiny-32", "--batch", "3", "--dry-run", "--out", path("dry"));
        assertSucceeds(dry);
        var out = dry.out();
        assertTrue(out.contains("\"preset\": \"tiny-32\""), out);
        assertTrue(out.contains("generator/decoder/to_rgb"), out);
        assertTrue(out.contains("148,460"), out);
        assertTrue(out.contains("memory for training in batches of 3"), out);
        assertTrue(out.contains("images  [3, 32, 32, 3], from -"), out);
        assertTrue(out.contains("dry run of a new run: nothing was written"), out);
        assertFalse(Files.exists(folder.resolve("dry")));
    }

    @Test
    void everyCommandHasHelpWithAnExample() {
        for (var command : List.of(
                "train", "ablate", "reage", "export", "import", "inspect", "evaluate", "info", "shell", "notebook")) {
            var help = ragan(command, "--help");
            assertSucceeds(help);
            assertTrue(help.out().contains("ragan " + command + " "), help.out());
        }
    }
}
