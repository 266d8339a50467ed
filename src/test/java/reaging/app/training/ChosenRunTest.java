package reaging.app.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import reaging.model.Upsampling;
import reaging.run.LockedRun;
import reaging.run.RunFolder;
import reaging.run.TrainingConfig;

/** What the same command does the second time. */
class ChosenRunTest {
    @TempDir
    private Path out;

    private static TrainingOptions options(String... arguments) {
        return CommandLine.populateCommand(new TrainingOptions(), arguments);
    }

    private ChosenRun chosen(String... arguments) {
        return ChosenRun.unfinishedOrNew(out, options(arguments), notice -> {});
    }

    private RunFolder begin(String... arguments) {
        try (var chosen = chosen(arguments);
                var held = chosen.run(out)) {
            return held.folder();
        }
    }

    private static void assertGoesOn(RunFolder run, ChosenRun chosen) {
        try (chosen) {
            assertEquals(Optional.of(run), chosen.existing().map(LockedRun::folder));
        }
    }

    @Test
    void firstTimeIsANewRun() {
        try (var chosen = chosen("--batch", "2");
                var held = chosen.run(out)) {
            assertEquals(Optional.empty(), chosen.existing());
            assertEquals("new run " + out.resolve("00000-synthetic-tiny-64"), chosen.text(held.folder()));
        }
    }

    @Test
    void sameOptionsGoOnWithAnUnfinishedRun() {
        var run = begin("--batch", "2", "--epochs", "3");
        begin("--batch", "4", "--epochs", "3");
        try (var again = chosen("--epochs", "3", "--batch", "2", "--seed", "0")) {
            assertEquals(Optional.of(run), again.existing().map(LockedRun::folder));
            assertEquals(
                    "resuming " + run.path()
                            + ", which has the same options and is unfinished; --fresh starts a new run",
                    again.text(run));
        }
        assertEquals(
                Optional.empty(),
                ChosenRun.fresh(options("--epochs", "3", "--batch", "2"), notice -> {})
                        .existing());
    }

    @Test
    void sameOptionsBeginAnewWhenTheRunIsDone() throws IOException {
        var run = begin("--kimg", "1");
        Files.createDirectories(run.savedModel());
        try (var again = chosen("--kimg", "1");
                var held = again.run(out)) {
            assertEquals(Optional.empty(), again.existing());
            assertEquals(
                    "new run " + out.resolve("00001-synthetic-tiny-64") + ", since " + run.path()
                            + " with the same options is finished",
                    again.text(held.folder()));
        }
    }

    @Test
    void sameOptionsBeginAnewWhileAnotherProcessIsTrainingTheRun() {
        try (var first = chosen("--kimg", "1");
                var training = first.run(out);
                var second = chosen("--kimg", "1");
                var held = second.run(out)) {
            assertEquals(
                    "new run " + out.resolve("00001-synthetic-tiny-64") + ", since another process is training "
                            + training.folder().path() + " with the same options",
                    second.text(held.folder()));
        }
    }

    @Test
    void namedRunThatAnotherProcessIsTrainingIsRefused() {
        try (var first = chosen("--kimg", "1");
                var training = first.run(out)) {
            var error = assertThrows(IllegalStateException.class, () -> named());
            assertTrue(error.getMessage()
                    .contains("another one is training " + training.folder().path()));
        }
    }

    @Test
    void folderWithoutAConfigurationIsNoRun() throws IOException {
        var run = begin();
        Files.createDirectories(out.resolve("00007-synthetic-tiny-64"));
        var damaged = Files.createDirectories(out.resolve("00008-synthetic-tiny-64"));
        Files.writeString(damaged.resolve("config.json"), "{\"data\": ");
        assertGoesOn(run, chosen());
    }

    @Test
    void namedRunKeepsItsOptionsAndSaysWhichOnesWereChanged() {
        var run = begin("--batch", "2", "--kimg", "5");
        assertGoesOn(run, named("--batch", "2"));
        var error = assertThrows(IllegalArgumentException.class, () -> named("--batch", "4", "--seed", "1"));
        assertEquals(
                "a run resumes with the options that it started with but training.batch is 2 there and 4 here,"
                        + " training.microBatch is 2 there and 4 here, training.seed is 0 there and 1 here ("
                        + run.config()
                        + "); leave that out, or start a new run without --resume",
                error.getMessage());
    }

    @Test
    void namedRunDoublesAsItBeganWhateverItsPresetDoesNow() {
        begin("--upsampling", "nearest");
        assertGoesOn(latest(), named("--preset", "tiny-64"));
        var error = assertThrows(IllegalArgumentException.class, () -> named("--upsampling", "bilinear"));
        assertTrue(error.getMessage().contains("model.upsampling is \"nearest\" there and \"bilinear\" here"));
    }

    private RunFolder latest() {
        return RunFolder.open(out, "latest");
    }

    private static Upsampling upsampling(String... arguments) {
        return options(arguments).unresolved().model().upsampling();
    }

    @Test
    void newRunDoublesAsItsPresetAsItsWeightsOrAsItIsTold() {
        assertEquals(Upsampling.BILINEAR, upsampling());
        assertEquals(Upsampling.NEAREST, upsampling("--preset", "small-64"));
        assertEquals(Upsampling.BILINEAR, upsampling("--preset", "small-64", "--upsampling", "bilinear"));
        String[] fineTuning = {"--init", "savedmodels/synthetic-tiny", "--preset", "tiny-64"};
        assertEquals(Upsampling.BILINEAR, upsampling(fineTuning));
        String[] ofPhotos = {"--init", "savedmodels/reaging-small-64-utkface"};
        assertEquals(Upsampling.NEAREST, upsampling(ofPhotos));
        var told = Stream.concat(Stream.of(ofPhotos), Stream.of("--upsampling", "bilinear"));
        assertEquals(Upsampling.BILINEAR, upsampling(told.toArray(String[]::new)));
    }

    @Test
    void newRunHasTheAttentionOfItsPresetOfItsWeightsOrThatItIsTold() {
        assertTrue(attention());
        assertFalse(attention("--no-attention"));
        assertFalse(attention("--preset", "small-64"));
        assertTrue(attention("--preset", "small-64", "--attention"));
        assertTrue(attention("--init", "savedmodels/reaging-small-64-utkface"));
    }

    private static boolean attention(String... arguments) {
        return options(arguments).unresolved().model().attention();
    }

    @Test
    void trainingSettingsFollowTheAttention() {
        assertEquals(
                TrainingConfig.QUICK_WITH_ATTENTION.schedule(),
                options().unresolved().training().schedule());
        assertEquals(
                TrainingConfig.QUICK.schedule(),
                options("--no-attention").unresolved().training().schedule());
    }

    @Test
    void namedRunKeepsItsAttention() {
        begin("--no-attention");
        assertGoesOn(latest(), named("--preset", "tiny-64"));
    }

    @Test
    void namedRunDoesNotTakeWeightsThatItDidNotBeginWith() {
        begin("--kimg", "5");
        var error = assertThrows(IllegalArgumentException.class, () -> named("--init", "weights"));
        assertTrue(error.getMessage().contains("init is none there and \"weights\" here"), error.getMessage());
    }

    private ChosenRun named(String... arguments) {
        return ChosenRun.named("latest", out, options(arguments), notice -> {});
    }

    @Test
    void configurationFromBeforeThereWereAllOptionsStillCounts() throws IOException {
        var run = begin("--kimg", "2");
        var config = Files.readString(run.config());
        var older = config.replaceAll(",\\s*\"computing\": \\{[^}]*}", "");
        assertEquals(false, older.equals(config), config);
        Files.writeString(run.config(), older);
        assertGoesOn(run, chosen("--kimg", "2"));
    }
}
