package reaging.app.training;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import reaging.app.options.DataSourceConverter;
import reaging.app.options.DeviceOptions;
import reaging.app.options.FormatOptions;
import reaging.data.folders.DataFormat;
import reaging.data.folders.Pruning;
import reaging.model.ModelConfig;
import reaging.run.DataSource;
import reaging.run.Preset;
import reaging.run.RunConfig;
import reaging.run.Schedule;
import reaging.run.TrainingConfig;
import reaging.runtime.Computing;
import reaging.runtime.Precision;
import reaging.runtime.Reproducibility;
import reaging.weights.Importer;

/** The options that configure a run. Whatever is not given keeps its value. */
final class TrainingOptions {
    private static final String PRESET = "tiny-64";

    @Option(
            names = "--data",
            converter = DataSourceConverter.class,
            description = "A folder of faces, laid out as data/README.md says, or \"synthetic\" (default).")
    private @Nullable DataSource data;

    @Mixin
    private FormatOptions format = new FormatOptions();

    @Option(
            names = "--preset",
            completionCandidates = Presets.class,
            description = "Sizes of the networks: ${COMPLETION-CANDIDATES}. Default: " + PRESET
                    + ", or the preset that imported weights fit.")
    private @Nullable String preset;

    @Option(
            names = "--init",
            paramLabel = "WEIGHTS",
            description = "Fine-tune: start a new run from the weights of a model in savedmodels, or of anything that"
                    + " \"ragan import\" accepts.")
    private @Nullable Path init;

    @ArgGroup
    private Length length = new Length();

    @Option(names = "--batch", description = "Images per step; the default depends on the preset.")
    private @Nullable Integer batch;

    @Option(
            names = "--micro-batch",
            description = "Images in memory at a time; a step sums the gradients of several. Default: all of --batch.")
    private @Nullable Integer microBatch;

    @Option(
            names = "--learning-rate",
            description = "Initial learning rate of both networks; the default depends on the preset.")
    private @Nullable Float learningRate;

    @Option(names = "--r1", description = "Weight of the gradient penalty; the default depends on the preset.")
    private @Nullable Float r1Weight;

    @Option(names = "--snapshot-kimg", description = "Thousands of images between sample grids and checkpoints.")
    private @Nullable Double snapshotKimg;

    @Option(names = "--seed", description = "Determines the initial weights, the batches and the noise; default 0.")
    private @Nullable Long seed;

    @Option(
            names = "--precision",
            description =
                    "Precision of convolutions and matrix products: float32 (default), bfloat16 for CPUs or float16 for"
                            + " GPUs; \"ragan benchmark train\" tells which is faster.")
    private @Nullable Precision precision;

    @Option(
            names = "--deterministic",
            description =
                    "Make runs with the same seed bit-identical on the same kind of CPU, interrupted or not; every op"
                            + " runs on one thread.")
    private boolean deterministic;

    @Mixin
    private VariantOptions variant = new VariantOptions();

    /** The length of the run, in one of three units. */
    static final class Length {
        @Option(names = "--kimg", description = "Length of the run in thousands of images.")
        private @Nullable Double kimg;

        @Option(names = "--epochs", description = "Length of the run in passes over the data.")
        private @Nullable Integer epochs;

        @Option(names = "--steps", description = "Length of the run in steps.")
        private @Nullable Long steps;
    }

    /** The names of the presets, for the help text. */
    static final class Presets extends ArrayList<String> {
        private static final long serialVersionUID = 1;

        Presets() {
            super(ModelConfig.presetNames());
        }
    }

    /** Returns the preset that was given, if any. */
    Optional<String> preset() {
        return Optional.ofNullable(preset);
    }

    /** Returns the configuration of a new run; a length in epochs stays open until the size of the data is known. */
    RunConfig unresolved() {
        return init == null
                ? unresolved(preset(Objects.requireNonNullElse(preset, PRESET), true))
                : unresolved(Importer.open(init));
    }

    /** Returns the configuration of a new run that starts from weights, which determine the upsampling, attention and the default preset. */
    RunConfig unresolved(Importer weights) {
        var chosen = preset(preset == null ? weights.preset() : preset, weights.attention());
        var model = chosen.model().withUpsampling(weights.upsampling()).withAttention(weights.attention());
        return unresolved(new Preset(model, chosen.training()));
    }

    /** Returns the preset for a network with attention, if the user or else the default wants it, or without. */
    private Preset preset(String name, boolean attention) {
        return variant.attention().orElse(attention) ? Preset.of(name) : Preset.plain(name);
    }

    private RunConfig unresolved(Preset chosen) {
        var begun = new RunConfig(
                new DataSource.Synthetic(), DataFormat.AUTO, Pruning.CONFIDENCE, chosen.model(), chosen.training());
        var config = resolved(begun, 1);
        return microBatch == null ? config.withTraining(devices.shared(config.training())) : config;
    }

    /** Returns the precision. */
    Precision precision() {
        return Objects.requireNonNullElse(precision, Precision.FLOAT32);
    }

    /** Applies the options to a configuration, now that the number of faces is known. */
    RunConfig resolved(RunConfig config, int dataSetSize) {
        var all = given(config);
        var training = all.training();
        var schedule = training.schedule();
        if (length.kimg != null) {
            schedule = schedule.ofImages(Math.round(length.kimg * 1000));
        } else if (length.steps != null) {
            schedule = schedule.ofImages(Math.round((double) length.steps * training.batch()));
        } else if (length.epochs != null) {
            schedule = schedule.ofEpochs(length.epochs, dataSetSize);
        }
        return all.withTraining(training.withSchedule(schedule));
    }

    private RunConfig given(RunConfig config) {
        config = changed(config, data, RunConfig::withData);
        config = changed(config, format.formatGiven(), RunConfig::withFormat);
        config = changed(config, format.pruneGiven(), RunConfig::withPrune);
        config = changed(config, preset, TrainingOptions::withPreset);
        config = changed(config, init, (begun, path) -> begun.withInit(path.toString()));
        return variant.of(config.withTraining(given(config.training())));
    }

    /** Changes the sizes to those of a preset, but keeps the upsampling and attention that the run started with. */
    private static RunConfig withPreset(RunConfig config, String preset) {
        var begun = config.model();
        return config.withModel(
                ModelConfig.preset(preset).withUpsampling(begun.upsampling()).withAttention(begun.attention()));
    }

    /** The devices that share a step; they determine the micro-batch by default. */
    private DeviceOptions devices = new DeviceOptions();

    /** Sets the devices that share a step: a new run's micro-batch fits them unless --micro-batch is given. */
    void share(DeviceOptions several) {
        devices = several;
    }

    private TrainingConfig given(TrainingConfig training) {
        training = changed(training, seed, TrainingConfig::withSeed);
        training = changed(training, batch, TrainingConfig::withBatch);
        training = changed(training, microBatch, TrainingConfig::withMicroBatch);
        training = changed(training, r1Weight, TrainingConfig::withR1Weight);
        training = changed(
                training,
                snapshotKimg == null ? null : Math.round(snapshotKimg * 1000),
                TrainingConfig::withSnapshotImages);
        training = training.withSchedule(changed(training.schedule(), learningRate, Schedule::withLearningRate));
        var computing = changed(training.computing(), precision, Computing::withPrecision);
        computing = changed(
                computing, deterministic ? Reproducibility.DETERMINISTIC : null, Computing::withReproducibility);
        return training.withComputing(computing);
    }

    /** Applies a change if there is a value. */
    private static <T, V> T changed(T config, @Nullable V value, BiFunction<T, V, T> change) {
        return value == null ? config : change.apply(config, value);
    }
}
