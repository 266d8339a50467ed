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

/** An interactive training that advances step by step on demand; it holds native memory until it is closed. */
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

    /** Returns the configuration of the training. */
    public RunConfig config() {
        return training.config();
    }

    /** Takes a number of steps; Ctrl-C stops after the current one. */
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

    /** Returns the losses of every step so far. */
    public List<Metrics> history() {
        return List.copyOf(history);
    }

    /** Plots the losses of every step so far. */
    public Plot losses() {
        return clearly(() -> {
            if (history.isEmpty()) {
                throw new IllegalStateException(
                        "a plot of losses needs at least one step but there is none yet; call step(100) first");
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

    /** Draws held-out faces at all ten ages with the current model. */
    public Drawing samples() {
        return clearly(() -> new Drawing("samples at step " + training.state().step(), training.samples()));
    }

    /** Exports the current model as a SavedModel and returns its folder. */
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

    /** Opens the current model; later steps do not change it. */
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

    /** Describes the progress: step, losses and speed. */
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
