package reaging.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
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

/** The options that decide how a run goes; what is not given stays what it is. */
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
            description = "Sizes of the networks: ${COMPLETION-CANDIDATES}; default " + PRESET
                    + ", or that of imported weights.")
    private @Nullable String preset;

    @Option(
            names = "--init",
            paramLabel = "WEIGHTS",
            description = "Fine-tune: begin a new run with the weights of a model of savedmodels, or of whatever"
                    + " \"ragan import\" takes.")
    private @Nullable Path init;

    @ArgGroup
    private Length length = new Length();

    @Option(names = "--batch", description = "Images in a step; the default depends on the preset.")
    private @Nullable Integer batch;

    @Option(
            names = "--micro-batch",
            description = "Images in memory at a time; a step sums the gradients of several. Default: all of --batch.")
    private @Nullable Integer microBatch;

    @Option(names = "--learning-rate", description = "Of both networks at first; the default depends on the preset.")
    private @Nullable Float learningRate;

    @Option(names = "--r1", description = "Weight of the gradient penalty; the default depends on the preset.")
    private @Nullable Float r1Weight;

    @Option(names = "--snapshot-kimg", description = "Thousands of images between sample grids and checkpoints.")
    private @Nullable Double snapshotKimg;

    @Option(names = "--seed", description = "Same seed, same first weights, batches and noise; default 0.")
    private @Nullable Long seed;

    @Option(
            names = "--precision",
            description = "Of convolutions and matrix products: float32 (default), bfloat16 on CPUs, float16 on GPUs.")
    private @Nullable Precision precision;

    @Option(
            names = "--deterministic",
            description = "Same seed, same bits, on CPUs of one kind, interrupted or not: every op runs on one thread.")
    private boolean deterministic;

    @Mixin
    private VariantOptions variant = new VariantOptions();

    /** How long to train; one of three. */
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

    /** The preset, if one was named. */
    Optional<String> preset() {
        return Optional.ofNullable(preset);
    }

    /** The new run that the options ask for; one that is given in epochs has its length once the data are known. */
    RunConfig unresolved() {
        return init == null
                ? unresolved(Preset.of(Objects.requireNonNullElse(preset, PRESET)))
                : unresolved(Importer.open(init));
    }

    /** The same for weights from elsewhere: they decide the preset if none is named, and how the decoder doubles. */
    RunConfig unresolved(Importer weights) {
        var chosen = Preset.of(preset == null ? weights.preset() : preset);
        return unresolved(new Preset(chosen.model().withUpsampling(weights.upsampling()), chosen.training()));
    }

    private RunConfig unresolved(Preset chosen) {
        var begun = new RunConfig(
                new DataSource.Synthetic(), DataFormat.AUTO, Pruning.CONFIDENCE, chosen.model(), chosen.training());
        var config = resolved(begun, 1);
        return microBatch == null ? config.withTraining(devices.shared(config.training())) : config;
    }

    /** The numbers that are asked for. */
    Precision precision() {
        return Objects.requireNonNullElse(precision, Precision.FLOAT32);
    }

    /** A run with what the options change of it, now that the size of its data is known. */
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

    /** A preset is named for its sizes: how the decoder doubles stays as it began, be it as the preset's runs do now or not. */
    private static RunConfig withPreset(RunConfig config, String preset) {
        var upsampling = config.model().upsampling();
        return config.withModel(ModelConfig.preset(preset).withUpsampling(upsampling));
    }

    /** Devices that share a step: they decide the micro-batch where nothing else does. */
    private DeviceOptions devices = new DeviceOptions();

    /** A new run's micro-batches are for these devices unless --micro-batch says otherwise. */
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

    /** The same where the value is null. */
    private static <T, V> T changed(T config, @Nullable V value, BiFunction<T, V, T> change) {
        return value == null ? config : change.apply(config, value);
    }
}
