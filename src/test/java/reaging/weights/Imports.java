package reaging.weights;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static reaging.weights.Ramps.CONFIG;
import static reaging.weights.Ramps.MODEL;
import static reaging.weights.Ramps.STEP;
import static reaging.weights.Ramps.assertRamps;

import java.nio.file.Path;
import java.util.function.UnaryOperator;
import reaging.run.Checkpoints;
import reaging.run.RunFolder;
import reaging.run.WeightNames;
import reaging.training.RunVariables;

/** Imports sources whose weights are {@link Ramps} and compares what is in the new runs, bit by bit. */
final class Imports {
    private final Path folder;
    private final RunFolder fresh;
    private int runs;

    Imports(Path folder) {
        this.folder = folder;
        fresh = RunFolder.create(folder.resolve("fresh"), CONFIG);
        try (var variables = RunVariables.ofNewRun(CONFIG)) {
            variables.save(fresh, new Checkpoints.State(0, 0, 0));
        }
    }

    /** A run that does not exist yet. */
    RunFolder newRun() {
        runs++;
        return new RunFolder(folder.resolve("runs").resolve("run-" + runs));
    }

    private Importer.Result imported(Path source, RunFolder run) {
        var importer = Importer.open(source);
        assertEquals(MODEL.preset(), importer.preset());
        return importer.into(run.path(), CONFIG);
    }

    /** The source holds everything, at step 7. */
    void assertWholeState(Path source) {
        var run = newRun();
        var result = imported(source, run);
        assertEquals(
                "generator, averaged generator, discriminator, moments of both optimizers at step 7", result.found());
        assertEquals("", result.filled());
        assertEquals(
                new Checkpoints.State(STEP, STEP * CONFIG.training().batch(), 0),
                Ramps.checkpoint(run).state());
        assertRamps(run, "generator", UnaryOperator.identity());
        assertRamps(run, "generator_ema", UnaryOperator.identity());
        assertRamps(run, "discriminator", UnaryOperator.identity());
        assertRamps(run, "adam", UnaryOperator.identity());
        assertEquals(CONFIG, run.readConfig());
    }

    /** Both generators have the weights; all else is as in a new run. */
    void assertInferenceWeights(Path source, String network) {
        var run = newRun();
        var result = imported(source, run);
        assertEquals(0, result.state().step());
        assertRamps(run, "generator", name -> WeightNames.ofGenerator(name, network));
        assertRamps(run, "generator_ema", name -> WeightNames.ofGenerator(name, network));
        assertBegins(run, "discriminator/");
        assertBegins(run, "adam/");
    }

    private void assertBegins(RunFolder run, String start) {
        var expected = Ramps.read(Ramps.checkpoint(fresh).variables());
        var actual = Ramps.read(Ramps.checkpoint(run).variables());
        assertEquals(expected.keySet(), actual.keySet());
        expected.forEach((name, values) -> {
            if (name.startsWith(start)) {
                assertArrayEquals(values, actual.get(name), name);
            }
        });
    }

    /** The source holds the three networks and no moments. */
    void assertThreeNetworks(Path source) {
        var run = newRun();
        var result = imported(source, run);
        assertEquals("generator, averaged generator, discriminator", result.found());
        assertEquals("moments at zero, so that training begins at step 0", result.filled());
        assertRamps(run, "generator", UnaryOperator.identity());
        assertRamps(run, "generator_ema", UnaryOperator.identity());
        assertRamps(run, "discriminator", UnaryOperator.identity());
        assertBegins(run, "adam/");
    }
}
