package reaging.app;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.tensorflow.TensorFlow;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import reaging.savedmodel.Exporter;
import reaging.savedmodel.ModelCard;
import reaging.training.Checkpoints;
import reaging.training.RunConfig;
import reaging.training.RunFolder;
import reaging.training.Trainer;

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
public final class TrainCommand implements Callable<Integer> {
    /** What a program that was interrupted exits with. */
    private static final int INTERRUPTED = 130;

    @Mixin
    private TrainingOptions options = new TrainingOptions();

    @Option(
            names = "--out",
            defaultValue = "runs",
            description = "Folder of the run folders; default ${DEFAULT-VALUE}.")
    private Path out;

    @Option(
            names = "--resume",
            description = "Go on with a run: its folder, or \"latest\". Other options are the run's.")
    private String resume;

    @Override
    public Integer call() {
        PrintStream err = System.err;
        try (var interrupt = new Interrupt();
                var listener = new TerminalListener(err, Terminal.attended(), interrupt)) {
            var resumed = Optional.ofNullable(resume).map(name -> RunFolder.open(out, name));
            var config = resumed.map(RunFolder::readConfig).orElseGet(options::unresolved);
            var faces = FaceData.open(
                    config.data(), config.model().imageSize(), config.training().seed(), listener::notice);
            var resolved = resumed.isPresent()
                    ? config
                    : options.resolved(config, faces.training().size());
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

    static void export(RunFolder run, RunConfig config, Checkpoints.State state) {
        var checkpoint = new Checkpoints(run.checkpoints()).latest().orElseThrow();
        Exporter.export(checkpoint, card(config, state), run.savedModel());
    }

    /** The card of a model that a run made. */
    public static ModelCard card(RunConfig config, Checkpoints.State state) {
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
