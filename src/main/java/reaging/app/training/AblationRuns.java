package reaging.app.training;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.IntConsumer;
import reaging.ablation.AblationOptions;
import reaging.ablation.AblationRun;
import reaging.ablation.Variant;
import reaging.app.terminal.Bars;
import reaging.app.terminal.Interrupt;
import reaging.app.terminal.Terminal;
import reaging.app.terminal.TerminalListener;
import reaging.data.Split;
import reaging.data.synthetic.SyntheticFaces;
import reaging.evaluation.truth.GroundTruth;
import reaging.run.FaceData;
import reaging.run.RunFolder;

/**
 * Performs the runs of an ablation one after the other.
 *
 * <p>All are trained on the same synthetic faces, those of seed 0, and measured on the same people, whom none of them saw. A
 * run's own seed decides its initial weights, batches and noise; they are the same in all variants for the variables that these
 * share.
 *
 * @param out folder that holds the run folders
 * @param faces to train on
 * @param unseen people to measure on
 */
record AblationRuns(AblationOptions options, Path out, Split faces, SyntheticFaces unseen, Interrupt interrupt) {
    private static final long SEED_OF_FACES = 0;

    static AblationRuns of(AblationOptions options, Path out, Interrupt interrupt) {
        var config = options.run(Variant.ALL.get(0), SEED_OF_FACES);
        var faces = FaceData.open(config, System.err::println);
        var unseen = FaceData.heldOut(options.people(), config.model().imageSize(), SEED_OF_FACES);
        return new AblationRuns(options, out, faces, unseen, interrupt);
    }

    /**
     * Trains and measures the runs that are not finished yet.
     *
     * @return the measurements by variant name, in the order of the seeds
     * @throws CancellationException if it is interrupted
     */
    Map<String, List<GroundTruth>> truths() {
        Map<String, List<GroundTruth>> truths = new LinkedHashMap<>();
        for (var variant : Variant.of(options.variants())) {
            List<GroundTruth> ofVariant = new ArrayList<>();
            for (int seed = 0; seed < options.seeds(); seed++) {
                ofVariant.add(truth(variant, seed));
            }
            truths.put(variant.name(), ofVariant);
        }
        return truths;
    }

    private GroundTruth truth(Variant variant, int seed) {
        var name = variant.name().replace(' ', '-') + "-seed-" + seed;
        var run = new AblationRun(new RunFolder(out.resolve(name)), options.run(variant, seed));
        PrintStream err = System.err;
        err.println(name + ": " + run.state());
        try (var listener = new TerminalListener(err, Terminal.attended(), interrupt)) {
            run.train(faces, listener);
        }
        return Bars.during("truth", unseen.size(), progress -> run.truth(unseen, untilInterrupted(progress)));
    }

    private IntConsumer untilInterrupted(IntConsumer progress) {
        return done -> {
            progress.accept(done);
            if (interrupt.requested()) {
                throw new CancellationException("interrupted while measuring a model");
            }
        };
    }
}
