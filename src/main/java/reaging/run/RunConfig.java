package reaging.run;

import com.google.gson.annotations.SerializedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import reaging.data.folders.DataFormat;
import reaging.data.folders.Pruning;
import reaging.model.ModelConfig;

/**
 * The complete configuration of a run, stored in its {@code config.json}.
 *
 * @param data source of the faces
 * @param format layout of the folder
 * @param prune faces of FFHQ-Aging to leave out
 * @param model sizes of the networks
 * @param training training settings
 * @param init path of the initial weights; null: random weights
 * @param lengthChanges changes of the run's length, in order; null: none
 */
public record RunConfig(
        DataSource data,
        DataFormat format,
        Pruning prune,
        ModelConfig model,
        TrainingConfig training,
        @Nullable String init,
        @Nullable List<LengthChange> lengthChanges) {

    public RunConfig {
        // Older run folders lack this setting.
        format = Objects.requireNonNullElse(format, DataFormat.AUTO);
        prune = Objects.requireNonNullElse(prune, Pruning.CONFIDENCE);
        lengthChanges = lengthChanges == null ? null : List.copyOf(lengthChanges);
    }

    /** Creates a configuration whose length was never changed. */
    public RunConfig(
            DataSource data,
            DataFormat format,
            Pruning prune,
            ModelConfig model,
            TrainingConfig training,
            @Nullable String init) {
        this(data, format, prune, model, training, init, null);
    }

    /** Creates a configuration with random initial weights. */
    public RunConfig(DataSource data, DataFormat format, Pruning prune, ModelConfig model, TrainingConfig training) {
        this(data, format, prune, model, training, null);
    }

    /** Creates a configuration with random initial weights from the name of the data. */
    public RunConfig(String data, DataFormat format, Pruning prune, ModelConfig model, TrainingConfig training) {
        this(DataSource.of(data), format, prune, model, training);
    }

    /**
     * Returns this configuration with another length.
     *
     * @param done images seen so far
     */
    public RunConfig withLength(Schedule other, long done) {
        List<LengthChange> changes = new ArrayList<>(lengthChanges == null ? List.of() : lengthChanges);
        changes.add(LengthChange.of(done, training.schedule(), other));
        return new RunConfig(data, format, prune, model, training.withSchedule(other), init, changes);
    }

    /** Returns this configuration with another layout of the folder. */
    public RunConfig withFormat(DataFormat other) {
        return new RunConfig(data, other, prune, model, training, init, lengthChanges);
    }

    /** Returns this configuration with another pruning. */
    public RunConfig withPrune(Pruning other) {
        return new RunConfig(data, format, other, model, training, init, lengthChanges);
    }

    /** Returns this configuration with other networks. */
    public RunConfig withModel(ModelConfig other) {
        return new RunConfig(data, format, prune, other, training, init, lengthChanges);
    }

    /** Returns this configuration with other training settings. */
    public RunConfig withTraining(TrainingConfig other) {
        return new RunConfig(data, format, prune, model, other, init, lengthChanges);
    }

    /** Returns this configuration with other data. */
    public RunConfig withData(DataSource other) {
        return new RunConfig(other, format, prune, model, training, init, lengthChanges);
    }

    /** Returns this configuration with other initial weights. */
    public RunConfig withInit(String other) {
        return new RunConfig(data, format, prune, model, training, other, lengthChanges);
    }

    /**
     * A change of a run's length.
     *
     * @param done images seen at the time of the change
     * @param before previous length in images
     * @param after new length in images
     * @param schedule what happened to the schedule
     */
    public record LengthChange(long done, long before, long after, Course schedule) {
        /** What happens to the schedule of the learning rate and of changing weights. */
        public enum Course {
            /** They change as in a run that has the new length from the start. */
            @SerializedName("stretched")
            STRETCHED,
            /** They change at the original points and stay constant afterwards. */
            @SerializedName("kept")
            KEPT
        }

        /** Describes the change from one schedule to another. */
        static LengthChange of(long done, Schedule before, Schedule after) {
            boolean kept = before.epochImages() == after.epochImages();
            return new LengthChange(done, before.images(), after.images(), kept ? Course.KEPT : Course.STRETCHED);
        }

        /** Returns the change in words. */
        String text(Schedule old, Schedule now) {
            return String.format(
                    Locale.ROOT,
                    "%s kimg instead of %s, of which %s are done; the schedule %s: learning rate %.2g from here on"
                            + " (%.2g before)",
                    kimg(after),
                    kimg(before),
                    kimg(done),
                    schedule == Course.KEPT ? "stays unchanged" : "stretches over the new length",
                    now.learningRate(done),
                    old.learningRate(done));
        }

        /** Formats a number of images in thousands, with more digits if a run is so short that they matter. */
        public static String kimg(long images) {
            return String.format(Locale.ROOT, images % 100 == 0 ? "%.1f" : "%.3f", images / 1000.0);
        }
    }
}
