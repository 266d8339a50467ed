package reaging.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static reaging.app.Outcome.assertFails;
import static reaging.app.Outcome.assertSucceeds;
import static reaging.app.Outcome.ragan;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reaging.data.synthetic.SyntheticFaces;
import reaging.networks.EvaluatorPackages;
import reaging.networks.Evaluators;

/** {@code ragan evaluate --targets}, on drawn faces without ages. */
@Tag("slow")
class EvaluateTargetsTest {
    @TempDir
    private static Path folder;

    @BeforeAll
    static void facesAndAModel() throws IOException {
        var photos = Files.createDirectory(folder.resolve("photos"));
        for (int i = 0; i < 6; i++) {
            var drawing = new SyntheticFaces(6, 0, 40).draw(i);
            ImageIO.write(drawing.image(), "png", photos.resolve(i + ".png").toFile());
        }
        var runs = folder.resolve("runs").toString();
        assertSucceeds(ragan("train", "--preset", "tiny-32", "--steps", "1", "--batch", "2", "--out", runs));
    }

    private static Outcome evaluate(String... more) {
        var model = folder.resolve("runs/00000-synthetic-tiny-32/savedmodel").toString();
        List<String> arguments = new ArrayList<>(List.of("evaluate", "--model", model, "--targets", "20,70"));
        arguments.addAll(
                List.of("--people", "3", "--out", folder.resolve("report").toString()));
        arguments.addAll(Arrays.asList(more));
        return ragan(arguments.toArray(String[]::new));
    }

    private static JsonObject json(String evaluators) {
        var photos = folder.resolve("photos").toString();
        var measured = evaluate("--data", photos, "--format", "photos", "--evaluators", evaluators, "--json");
        assertSucceeds(measured);
        assertTrue(measured.err().contains("photos without age labels"), measured.err());
        return JsonParser.parseString(measured.out()).getAsJsonObject();
    }

    @Test
    void photosWithoutAgesAreMeasuredAtTheTargets() throws IOException {
        var installed = EvaluatorPackages.defaultFolder();
        assumeTrue(Files.isDirectory(installed), "the evaluators are not installed: ragan networks install");
        try (var evaluators = Evaluators.load(installed, notice -> {})) {
            assumeTrue(evaluators.predictsAge() && evaluators.predictsIdentity(), "some evaluators are not installed");
        }
        var report = json(installed.toString());
        assertEquals(3, report.get("people").getAsInt());
        var copy = report.getAsJsonObject("methods").getAsJsonObject("copy").getAsJsonObject("targets");
        var old = copy.getAsJsonObject("70");
        assertEquals(1, old.get("identity").getAsDouble(), 1e-5);
        assertEquals(
                70 - old.get("estimatedAge").getAsDouble(),
                old.get("ageDifference").getAsDouble(),
                1e-5);
        assertTrue(old.get("ageError").isJsonNull());
        assertFalse(report.getAsJsonObject("methods").has("nearest"));
        assertEquals(report, json(installed.toString()), "the second time nothing is worked out anew");
    }

    @Test
    void reportSaysWhatWasNotMeasured() throws IOException {
        var report = json(folder.resolve("nothing").toString());
        assertTrue(report.get("secondsPerImage").getAsDouble() > 0);
        var model = report.getAsJsonObject("methods").getAsJsonObject("model").getAsJsonObject("total");
        assertTrue(model.get("ageDifference").isJsonNull() && model.get("hcs").isJsonNull());
        assertTrue(Files.readString(folder.resolve("report/report.md")).contains("| 70 | 3 | – |"));
        assertTrue(Files.readString(folder.resolve("report/report.html")).contains("data:image/png;base64,"));
    }

    @Test
    void photosWithoutAgesAreForNothingElse() {
        var photos = folder.resolve("photos").toString();
        assertFails(2, "must have ages", ragan("train", "--data", photos, "--format", "photos"));
        assertFails(2, "must have ages", ragan("data", "check", photos, "--format", "photos"));
        assertFails(2, "--targets needs photos", evaluate());
    }
}
