package reaging.app.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static reaging.app.Outcome.assertSucceeds;
import static reaging.app.Outcome.ragan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import reaging.app.Outcome;
import reaging.run.Checkpoints;
import reaging.run.RunConfig.LengthChange;
import reaging.run.RunConfig.LengthChange.Course;
import reaging.run.RunFolder;

/** Runs that go on to another length than they began with. */
@Tag("slow")
class LengthenTest {
    @TempDir
    private static Path done;

    @TempDir
    private Path out;

    private RunFolder run;

    /** Four steps of two images. */
    @BeforeAll
    static void train() {
        assertSucceeds(ragan(
                "train",
                "--preset",
                "tiny-32",
                "--steps",
                "4",
                "--batch",
                "2",
                "--deterministic",
                "--out",
                done.toString()));
    }

    @BeforeEach
    void copy() throws IOException {
        try (var files = Files.walk(done)) {
            for (var file : files.filter(each -> !each.equals(done)).toList()) {
                Files.copy(file, out.resolve(done.relativize(file)));
            }
        }
        run = new RunFolder(out.resolve("00000-synthetic-tiny-32"));
    }

    private Outcome resume(String... options) {
        var all = new ArrayList<>(List.of("train", "--resume", "latest", "--out", out.toString()));
        all.addAll(List.of(options));
        return ragan(all.toArray(String[]::new));
    }

    private long step() {
        return new Checkpoints(run.checkpoints()).latest().orElseThrow().state().step();
    }

    @Test
    void runThatIsDoneGoesOnWithItsMomentsAndSaysWhatBecomesOfItsSchedule() throws IOException {
        byte[] first = Files.readAllBytes(run.savedModel().resolve("saved_model.pb"));
        var dry = resume("--steps", "6", "--dry-run");
        assertSucceeds(dry);
        assertTrue(dry.out().contains("\"lengthChanges\""), dry.out());
        assertFalse(Files.readString(run.config()).contains("lengthChanges"), "a dry run writes nothing");

        var longer = resume("--steps", "6");
        assertSucceeds(longer);
        assertTrue(
                longer.err()
                        .contains("the schedule stretches over the new length: learning rate 0.0011 from here on"
                                + " (0.00023 before)"),
                longer.err());
        assertEquals(6, step());
        var change = new LengthChange(8, 8, 12, Course.STRETCHED);
        assertEquals(List.of(change), run.readConfig().lengthChanges());
        assertTrue(Files.readString(run.config()).contains("\"schedule\": \"stretched\""));
        var log = Files.readString(run.log());
        assertTrue(
                log.contains(
                        "{\"step\":4,\"length\":{\"done\":8,\"before\":8,\"after\":12,\"schedule\":\"stretched\"}}"),
                log);
        var kept = run.path().resolve("savedmodel-kimg-0000.008/saved_model.pb");
        assertEquals(-1, Arrays.mismatch(first, Files.readAllBytes(kept)), "the model that it ended with");
        assertTrue(run.finished());

        // The same command again has nothing to do, and the schedule may stay.
        var again = resume("--steps", "6");
        assertSucceeds(again);
        assertTrue(again.err().contains("this run is finished"), again.err());
        var steady = resume("--steps", "7", "--keep-schedule");
        assertSucceeds(steady);
        assertTrue(
                steady.err().contains("the schedule stays unchanged: learning rate 0.00023 from here on"),
                steady.err());
        assertEquals(
                List.of(change, new LengthChange(12, 12, 14, Course.KEPT)),
                run.readConfig().lengthChanges());
        assertEquals(7, step());
    }

    @ParameterizedTest
    @ValueSource(strings = {"--steps 3", "--kimg 0.006", "--steps 1 --keep-schedule"})
    void shorterThanTrainedIsRefused(String length) throws IOException {
        var config = Files.readString(run.config());
        var refused = resume(length.split(" "));
        assertEquals(2, refused.code());
        assertEquals(1, refused.err().lines().count(), refused.err());
        assertTrue(
                refused.err().contains("must not be below what is already trained, 0.008 kimg in 4 steps"),
                refused.err());
        assertEquals(config, Files.readString(run.config()));
        assertTrue(run.finished());
    }

    @Test
    void epochsLengthenToo() {
        var chosen = ChosenRun.named(
                run.path().toString(),
                out,
                CommandLine.populateCommand(new TrainingOptions(), "--epochs", "2"),
                notice -> {});
        assertEquals(10_000, chosen.config().training().schedule().images());
        assertEquals(5000, chosen.config().training().schedule().epochImages());
    }

    @Test
    void otherOptionsStayEvenIfTheLengthIsAnother() {
        var refused = resume("--steps", "6", "--seed", "3");
        assertEquals(2, refused.code());
        assertTrue(refused.err().contains("training.seed is 0 there and 3 here"), refused.err());
        assertFalse(refused.err().contains("images"), refused.err());
    }

    @Test
    void keptScheduleNeedsAnotherLength() {
        assertTrue(resume("--keep-schedule").err().contains("keeps its own, 0.008 kimg"));
        var alone = ragan("train", "--keep-schedule", "--out", out.toString());
        assertEquals(2, alone.code());
        assertTrue(alone.err().contains("requires --resume"), alone.err());
    }
}
