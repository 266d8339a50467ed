package reaging.app;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.tensorflow.TensorFlow;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import reaging.model.ModelConfig;
import reaging.savedmodel.Exporter;
import reaging.savedmodel.ModelCard;
import reaging.training.Checkpoints;
import reaging.training.RunConfig;
import reaging.training.RunFolder;
import reaging.training.Trainer;
import reaging.training.TrainingConfig;

/** Trains a model and exports it. */
@Command(
        name = "train",
        mixinStandardHelpOptions = true,
        description = "Trains a Re-Aging GAN; without options on synthetic faces, about ten minutes on two cores.",
        footer = {
            "",
            "Examples:",
            "  ragan train",
            "  ragan train --data ~/utkface --preset small-64 --kimg 400",
            "  ragan train --resume latest          go on with the newest run"
        })
final class TrainCommand implements Callable<Integer> {
    /** What a program that was interrupted exits with. */
    private static final int INTERRUPTED = 130;

    @Option(
            names = "--data",
            defaultValue = FaceData.SYNTHETIC,
            description = "A folder of faces whose names begin with the age, or \"synthetic\" (default).")
    private String data;

    @Option(
            names = "--preset",
            defaultValue = "tiny-64",
            completionCandidates = Presets.class,
            description = "Sizes of the networks: ${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}.")
    private String preset;

    @ArgGroup
    private Length length = new Length();

    @Option(names = "--batch", description = "Images in a step; the default depends on the preset.")
    private Integer batch;

    @Option(names = "--learning-rate", description = "Of both networks at first; the default depends on the preset.")
    private Float learningRate;

    @Option(names = "--r1", description = "Weight of the gradient penalty; the default depends on the preset.")
    private Float r1Weight;

    @Option(names = "--snapshot-kimg", description = "Thousands of images between sample grids and checkpoints.")
    private Double snapshotKimg;

    @Option(
            names = "--out",
            defaultValue = "runs",
            description = "Folder of the run folders; default ${DEFAULT-VALUE}.")
    private Path out;

    @Option(
            names = "--resume",
            description = "Go on with a run: its folder, or \"latest\". Other options are the run's.")
    private String resume;

    @Option(names = "--seed", defaultValue = "0", description = "Same seed, same first weights, batches and noise.")
    private long seed;

    /** How long to train; one of three. */
    static final class Length {
        @Option(names = "--kimg", description = "Length of the run in thousands of images.")
        private Double kimg;

        @Option(names = "--epochs", description = "Length of the run in passes over the data.")
        private Integer epochs;

        @Option(names = "--steps", description = "Length of the run in steps.")
        private Long steps;
    }

    /** The names of the presets, for the help text. */
    static final class Presets extends ArrayList<String> {
        private static final long serialVersionUID = 1;

        Presets() {
            super(ModelConfig.presetNames());
        }
    }

    @Override
    public Integer call() {
        PrintStream err = System.err;
        try (var interrupt = new Interrupt();
                var listener = new TerminalListener(err, Terminal.attended(), interrupt)) {
            var resumed = Optional.ofNullable(resume).map(name -> RunFolder.open(out, name));
            var config = resumed.map(RunFolder::readConfig).orElseGet(this::unresolved);
            var faces = FaceData.open(
                    config.data(), config.model().imageSize(), config.training().seed(), listener::notice);
            var resolved = resumed.isPresent()
                    ? config
                    : resolved(config, faces.training().size());
            var run = resumed.orElseGet(
                    () -> RunFolder.create(out, faces.training().name(), resolved));
            err.printf(
                    "%s: %s on %d faces of %s, %d held out, %.1f kimg in batches of %d%n",
                    run.path(),
                    resolved.model().preset(),
                    faces.training().size(),
                    resolved.data(),
                    faces.heldOut().size(),
                    resolved.training().schedule().images() / 1000.0,
                    resolved.training().batch());
            var state = Trainer.train(run, resolved, faces.training(), faces.heldOut(), listener);
            listener.finished();
            if (state.step() < resolved.training().steps()) {
                err.printf(
                        "stopped at %.1f kimg; go on with: ragan train --resume %s%n",
                        state.images() / 1000.0, run.path());
                return INTERRUPTED;
            }
            export(run, resolved, state);
            err.printf("done in %.0f s: grids in %s, model in %s%n", state.seconds(), run.samples(), run.savedModel());
            return 0;
        }
    }

    /** The run that the options ask for; its length may depend on the data. */
    private RunConfig unresolved() {
        var model = ModelConfig.preset(preset);
        var chosen = TrainingConfig.forPreset(preset);
        var schedule =
                learningRate == null ? chosen.schedule() : chosen.schedule().withLearningRate(learningRate);
        var training = new TrainingConfig(
                seed,
                batch == null ? chosen.batch() : batch,
                schedule,
                chosen.adam(),
                r1Weight == null ? chosen.r1Weight() : r1Weight,
                chosen.cycleWeight(),
                snapshotKimg == null ? chosen.snapshotImages() : Math.round(snapshotKimg * 1000));
        return new RunConfig(data, model, training);
    }

    private RunConfig resolved(RunConfig config, int dataSetSize) {
        var training = config.training();
        var schedule = training.schedule();
        if (length.kimg != null) {
            schedule = schedule.ofImages(Math.round(length.kimg * 1000));
        } else if (length.steps != null) {
            schedule = schedule.ofImages(length.steps * training.batch());
        } else if (length.epochs != null) {
            schedule = schedule.ofEpochs(length.epochs, dataSetSize);
        }
        return new RunConfig(config.data(), config.model(), training.withSchedule(schedule));
    }

    static void export(RunFolder run, RunConfig config, Checkpoints.State state) {
        var checkpoint = new Checkpoints(run.checkpoints()).latest().orElseThrow();
        Exporter.export(checkpoint, card(config, state), run.savedModel());
    }

    static ModelCard card(RunConfig config, Checkpoints.State state) {
        boolean synthetic = config.data().equals(FaceData.SYNTHETIC);
        return new ModelCard(
                "Re-Aging GAN: the generator of a run, averaged over training.",
                config,
                state.step(),
                state.images(),
                synthetic ? "synthetic faces, drawn by this program" : config.data(),
                synthetic ? "none needed: no photo was used" : "that of the data; ask whoever trained the model",
                Map.of(),
                Map.of(
                        "tensorflow", TensorFlow.version(),
                        "java", System.getProperty("java.version")));
    }
}
