package reaging.app.shell;

import static reaging.app.shell.Problem.clearly;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import reaging.data.folders.DataFormat;
import reaging.data.folders.Pruning;
import reaging.run.FaceData;
import reaging.run.Metrics;
import reaging.run.Preset;
import reaging.run.RunConfig;
import reaging.savedmodel.Exporter;
import reaging.savedmodel.ModelCards;
import reaging.training.StepwiseTraining;

/** A training that goes on as far as one wants, and no further; holds native memory until it is closed. */
public final class Lesson implements AutoCloseable {
    private final StepwiseTraining training;
    private final List<Metrics> history = new ArrayList<>();

    private Lesson(StepwiseTraining training) {
        this.training = training;
    }

    static Lesson of(String data, String preset) {
        var chosen = Preset.of(preset);
        var config = new RunConfig(data, DataFormat.AUTO, Pruning.CONFIDENCE, chosen.model(), chosen.training());
        var faces = FaceData.open(config, System.out::println);
        return OpenResources.keep(
                new Lesson(new StepwiseTraining(config, faces.training(), faces.heldOut(), System.out::println)));
    }

    /** What is trained, and how. */
    public RunConfig config() {
        return training.config();
    }

    /** Takes so many steps; Ctrl-C ends it after the step that runs. */
    public Lesson step(int count) {
        return clearly(() -> {
            if (count < 1) {
                throw new IllegalArgumentException(
                        "the number of steps must be 1 or more but is " + count + "; try 100");
            }
            var progress = new Progress(count);
            Stoppable.repeat(count, () -> {
                history.add(training.step());
                progress.stepped(this);
            });
            return this;
        });
    }

    /** The losses of every step so far. */
    public List<Metrics> history() {
        return List.copyOf(history);
    }

    /** The losses of every step so far, drawn. */
    public Plot losses() {
        return clearly(() -> {
            if (history.isEmpty()) {
                throw new IllegalStateException("a plot of losses needs a step but there is none yet; step(100) first");
            }
            return new Plot("losses")
                    .axes("step", "loss")
                    .line("discriminator", values(losses -> losses.real() + losses.fake()))
                    .line("generator", values(Metrics::adversarial))
                    .line("reconstruction", values(Metrics::reconstruction))
                    .line("cycle", values(Metrics::cycle));
        });
    }

    private double[] values(ToDoubleFunction<Metrics> term) {
        return history.stream().mapToDouble(term).toArray();
    }

    /** Faces that are not trained on, at all ten ages, as the model would make them now. */
    public Drawing samples() {
        return clearly(() -> new Drawing("samples at step " + training.state().step(), training.samples()));
    }

    /** Writes the model as it is now as a SavedModel; returns its folder. */
    public Path save(String folder) {
        return clearly(() -> {
            var target = Path.of(folder);
            if (Files.exists(target)) {
                throw new IllegalArgumentException(
                        "a model must go to a new folder but " + target + " exists; choose another");
            }
            return export(target);
        });
    }

    /** The model as it is now, opened; later steps do not change it. */
    public OpenModel model() {
        return clearly(() -> OpenModel.of(export(TemporaryFolder.create().path().resolve("savedmodel"))));
    }

    private Path export(Path target) {
        try (var folder = TemporaryFolder.create()) {
            var checkpoint = training.save(folder.path());
            Exporter.export(checkpoint, ModelCards.of(training.config(), checkpoint), target);
            return target;
        }
    }

    @Override
    public void close() {
        OpenResources.forget(this);
        training.close();
    }

    /** How far it is and how well it goes. */
    @Override
    public String toString() {
        var preset = training.config().model().preset();
        var state = training.state();
        if (history.isEmpty()) {
            return "trainer of " + preset + ", no step yet";
        }
        var last = history.get(history.size() - 1);
        return String.format(
                Locale.ROOT,
                "trainer of %s, step %d, %.1f kimg: D %.3f r1 %.3f G %.3f rec %.3f cyc %.3f, %.1f images/s",
                preset,
                state.step(),
                state.images() / 1000.0,
                last.real() + last.fake(),
                last.r1(),
                last.adversarial(),
                last.reconstruction(),
                last.cycle(),
                state.images() / state.seconds());
    }
}
