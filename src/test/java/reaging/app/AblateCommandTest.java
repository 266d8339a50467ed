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
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reaging.ablation.AblationOptions;
import reaging.ablation.Variant;
import reaging.run.Checkpoints;
import reaging.run.FaceData;
import reaging.run.RunFolder;
import reaging.run.TrainingListener;
import reaging.training.Trainer;

/** {@code ragan ablate}, two steps a run. */
@Tag("slow")
class AblateCommandTest {
    private static final String HALF_DONE = "without-background-seed-1";

    @TempDir
    private static Path folder;

    private static Outcome first;

    /** Ends every training after its first step. */
    private static final class Impatient implements TrainingListener {
        @Override
        public void started(long step, long steps) {}

        @Override
        public void stepped(Report report) {}

        @Override
        public void ticked(Report report) {}

        @Override
        public void notice(String text) {}

        @Override
        public boolean stopRequested() {
            return true;
        }
    }

    /** An ablation that was interrupted in a run. */
    @BeforeAll
    static void begin() {
        var options = new AblationOptions("tiny-32", .016, 2, List.of("whole", "background"), 10);
        options.keep(folder.resolve("ablation"));
        var config = options.run(Variant.of(List.of("background")).get(0), 1);
        var run = RunFolder.create(folder.resolve("ablation").resolve(HALF_DONE), config);
        var faces = FaceData.open(options.run(Variant.ALL.get(0), 0), notice -> {});
        Trainer.train(run, config, faces.training(), faces.heldOut(), new Impatient());
        first = ablate();
    }

    /** The ablation, or one with another value of an option. */
    private static Outcome ablate(String... changed) {
        Map<String, String> options = new TreeMap<>(Map.of("--kimg", "0.016", "--seeds", "2", "--people", "10"));
        options.put("--variants", "whole,BACKGROUND");
        options.put("--out", folder.resolve("ablation").toString());
        for (int i = 0; i < changed.length; i += 2) {
            options.put(changed[i], changed[i + 1]);
        }
        List<String> arguments = new ArrayList<>(List.of("ablate", "--json"));
        options.forEach((name, value) -> arguments.addAll(List.of(name, value)));
        return ragan(arguments.toArray(String[]::new));
    }

    private static Path file(String name) {
        return folder.resolve("ablation").resolve(name);
    }

    private static JsonObject json(Path file) throws IOException {
        return JsonParser.parseString(Files.readString(file)).getAsJsonObject();
    }

    private static Map<Path, FileTime> runFiles() throws IOException {
        Map<Path, FileTime> times = new TreeMap<>();
        try (var files = Files.walk(folder.resolve("ablation"), 5)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                times.put(file, Files.getLastModifiedTime(file));
            }
        }
        times.keySet().removeIf(file -> file.getFileName().toString().startsWith("ablation."));
        return times;
    }

    @Test
    void variantsAreTrainedWithAllSeedsAndSummedUp() throws IOException {
        assertSucceeds(first);
        assertTrue(first.err().startsWith("4 runs of 0.02 kimg"), first.err());
        var report = JsonParser.parseString(first.out()).getAsJsonObject();
        assertEquals(report, json(file("ablation.json")));
        assertEquals(
                List.of("whole", "without background"),
                List.copyOf(report.getAsJsonObject("variants").keySet()));
        var errors = report.getAsJsonObject("variants").getAsJsonObject("whole").getAsJsonObject("faceError");
        assertEquals(2, errors.getAsJsonArray("values").size());
        assertTrue(errors.get("deviation").getAsDouble() > 0, "another seed is another model: " + errors);
        assertEquals(
                json(file("whole-seed-0/truth.json")).getAsJsonObject("total").get("output"),
                errors.getAsJsonArray("values").get(0));
        var text = Files.readString(file("ablation.md"));
        assertTrue(text.contains("| untouched input |") && text.contains("| without background |"), text);
    }

    @Test
    void farErrorIsThatOfTheFarGaps() throws IOException {
        var truth = json(file("whole-seed-0/truth.json"));
        var gaps = truth.getAsJsonObject("gaps");
        double far = truth.getAsJsonObject("far").get("input").getAsDouble();
        assertTrue(far > gaps.getAsJsonObject("4").get("input").getAsDouble(), truth.toString());
        assertTrue(far < gaps.getAsJsonObject("9").get("input").getAsDouble(), truth.toString());
    }

    @Test
    void allRunsSeeTheSameFaces() {
        List<String> faces = new ArrayList<>();
        for (var run : List.of("whole-seed-0", "whole-seed-1", HALF_DONE)) {
            var checkpoint = new Checkpoints(new RunFolder(file(run)).checkpoints()).latest();
            faces.add(checkpoint.orElseThrow().state().faces());
        }
        assertEquals(1, faces.stream().distinct().count(), faces.toString());
    }

    @Test
    void runThatWasInterruptedGoesOn() throws IOException {
        assertTrue(first.err().contains(HALF_DONE + ": resumes"), first.err());
        assertTrue(first.err().contains("whole-seed-1: new"), first.err());
        var checkpoints = file(HALF_DONE).resolve("checkpoints");
        assertTrue(Files.exists(checkpoints.resolve("step-00000001")), "of the first step, from before");
        assertTrue(Files.exists(checkpoints.resolve("step-00000002")));
        assertFalse(Files.exists(file("whole-seed-1/checkpoints/step-00000001")));
    }

    @Test
    void sameCommandAgainTouchesNoRunAndSaysTheSame() throws IOException {
        var before = runFiles();
        var again = ablate();
        assertSucceeds(again);
        assertEquals(first.out(), again.out());
        assertEquals(before, runFiles());
        assertNotEquals(0, before.size());
    }

    @Test
    void otherOptionsAreNamed() {
        assertFails(2, "people is 10 there and 20 here", ablate("--people", "20"));
        assertFails(2, "variants is [\"whole\",\"background\"] there", ablate("--variants", "whole"));
        assertFails(2, "give another folder with --out", ablate("--seeds", "1"));
    }

    @Test
    void mistakesAreFoundBeforeAnythingIsWritten() throws IOException {
        var out = folder.resolve("new");
        assertFails(
                2, "variants must be some of whole, modulator", ablate("--variants", "age", "--out", out.toString()));
        assertFails(2, "seeds must be 1 or more", ablate("--seeds", "0", "--out", out.toString()));
        assertFails(2, "at least one image", ablate("--kimg", "0", "--out", out.toString()));
        assertFails(2, "a preset must be", ablate("--preset", "huge", "--out", out.toString()));
        assertFalse(Files.exists(out));
        Files.writeString(Files.createDirectory(folder.resolve("other")).resolve("notes.txt"), "mine");
        assertFails(2, "its own folder", ablate("--out", folder.resolve("other").toString()));
    }
}
