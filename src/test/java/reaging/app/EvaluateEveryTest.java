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
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reaging.networks.EvaluatorPackages;
import reaging.networks.Evaluators;

/** {@code ragan train --evaluate-every}. */
@Tag("slow")
class EvaluateEveryTest {
    @TempDir
    private Path folder;

    private Outcome train(String... more) {
        List<String> arguments =
                new ArrayList<>(List.of("train", "--preset", "tiny-32", "--steps", "4", "--batch", "2"));
        arguments.addAll(List.of("--snapshot-kimg", "0.004", "--evaluate-every", "0.004", "--evaluate-images", "3"));
        arguments.addAll(List.of("--out", folder.resolve("runs").toString()));
        arguments.addAll(Arrays.asList(more));
        return ragan(arguments.toArray(String[]::new));
    }

    private String faces() {
        var faces = folder.resolve("faces").toString();
        assertSucceeds(ragan("data", "synthesize", "-n", "40", "--size", "32", "-o", faces));
        return faces;
    }

    private static List<JsonObject> evaluations(Path run) throws IOException {
        return Files.readAllLines(run.resolve("log.jsonl")).stream()
                .map(line -> JsonParser.parseString(line).getAsJsonObject())
                .filter(line -> line.has("evaluation"))
                .map(line -> line.getAsJsonObject("evaluation"))
                .toList();
    }

    @Test
    void syntheticFacesAreJudgedByTheTruth() throws IOException {
        var trained = train();
        assertSucceeds(trained);
        assertTrue(trained.err().contains("s: truth error "), trained.err());
        var run = folder.resolve("runs/00000-synthetic-tiny-32");
        var evaluations = evaluations(run);
        assertEquals(2, evaluations.size());
        assertTrue(evaluations.get(0).get("truth_error").getAsDouble() > 0);
        assertFalse(Files.exists(run.resolve("evaluation/savedmodel")));

        // The figures go with the model.
        var card = JsonParser.parseString(Files.readString(run.resolve("savedmodel/assets.extra/model_card.json")))
                .getAsJsonObject();
        assertEquals(evaluations.get(1), card.getAsJsonObject("metrics"));
        var best = folder.resolve("best").toString();
        var runs = folder.resolve("runs").toString();
        assertSucceeds(ragan("export", "latest", "--best", "--out", runs, "-o", best));

        // Only networks judge ages.
        var fitted = folder.resolve("fitted").toString();
        assertFails(2, "--fit-ages needs a run on photos", ragan("export", run.toString(), "--fit-ages", "-o", fitted));
    }

    @Test
    void missingNetworksAreNamedBeforeAnythingIsTrained() {
        var failed = train(
                "--data", faces(), "--evaluators", folder.resolve("nothing").toString());
        assertEquals(2, failed.code());
        assertTrue(failed.err().contains("run \"ragan networks install\""), failed.err());
        assertFalse(Files.exists(folder.resolve("runs")), "no run was begun");
    }

    @Test
    void photosAreJudgedByTheNetworks() throws IOException {
        var installed = EvaluatorPackages.defaultFolder();
        assumeTrue(Files.isDirectory(installed), "the evaluators are not installed: ragan networks install");
        try (var evaluators = Evaluators.load(installed, notice -> {})) {
            assumeTrue(evaluators.predictsAge() && evaluators.predictsIdentity(), "some evaluators are not installed");
        }
        var trained = train("--data", faces());
        assertSucceeds(trained);
        var run = folder.resolve("runs/00000-faces-tiny-32");
        for (var evaluation : evaluations(run)) {
            assertTrue(evaluation.get("age_error").getAsDouble() > 0, evaluation.toString());
            assertTrue(evaluation.has("identity") && evaluation.has("hcs"), evaluation.toString());
            assertTrue(evaluation.get("unmasked_corner").getAsDouble() > 0, evaluation.toString());
        }
        assertEquals(2, evaluations(run).size());

        // The same people tell which ages are off.
        var fitted = folder.resolve("fitted");
        var exported = ragan("export", run.toString(), "--best", "--fit-ages", "-o", fitted.toString());
        assertSucceeds(exported);
        assertTrue(exported.err().contains("before: groups off by "), exported.err());
        var card = Files.readString(fitted.resolve("assets.extra/model_card.json"));
        assertEquals(!exported.err().contains("no group gains"), card.contains("\"fittedAges\""), card);
    }
}
