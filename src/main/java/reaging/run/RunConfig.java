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
 * Everything that decides how a run goes; the run's {@code config.json}.
 *
 * @param data the faces
 * @param format how the folder is laid out
 * @param prune which faces of FFHQ-Aging are left out
 * @param model sizes of the networks
 * @param training how they are trained
 * @param init the weights that it begins with, a path; null: random ones
 * @param lengthChanges when it was given another length, in order; null: never
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
        // Folders of runs from before there was a choice name none.
        format = Objects.requireNonNullElse(format, DataFormat.AUTO);
        prune = Objects.requireNonNullElse(prune, Pruning.CONFIDENCE);
        lengthChanges = lengthChanges == null ? null : List.copyOf(lengthChanges);
    }

    /** Has the length that it begins with. */
    public RunConfig(
            DataSource data,
            DataFormat format,
            Pruning prune,
            ModelConfig model,
            TrainingConfig training,
            @Nullable String init) {
        this(data, format, prune, model, training, init, null);
    }

    /** Begins with random weights. */
    public RunConfig(DataSource data, DataFormat format, Pruning prune, ModelConfig model, TrainingConfig training) {
        this(data, format, prune, model, training, null);
    }

    /** Begins with random weights; takes the data by their name. */
    public RunConfig(String data, DataFormat format, Pruning prune, ModelConfig model, TrainingConfig training) {
        this(DataSource.of(data), format, prune, model, training);
    }

    /**
     * The same with another length.
     *
     * @param done images seen so far
     */
    public RunConfig withLength(Schedule other, long done) {
        List<LengthChange> changes = new ArrayList<>(lengthChanges == null ? List.of() : lengthChanges);
        changes.add(LengthChange.of(done, training.schedule(), other));
        return new RunConfig(data, format, prune, model, training.withSchedule(other), init, changes);
    }

    /** The same with the folder read as another layout. */
    public RunConfig withFormat(DataFormat other) {
        return new RunConfig(data, other, prune, model, training, init, lengthChanges);
    }

    /** The same with other faces left out. */
    public RunConfig withPrune(Pruning other) {
        return new RunConfig(data, format, other, model, training, init, lengthChanges);
    }

    /** The same with other networks. */
    public RunConfig withModel(ModelConfig other) {
        return new RunConfig(data, format, prune, other, training, init, lengthChanges);
    }

    /** The same trained in another way. */
    public RunConfig withTraining(TrainingConfig other) {
        return new RunConfig(data, format, prune, model, other, init, lengthChanges);
    }

    /** The same on other data. */
    public RunConfig withData(DataSource other) {
        return new RunConfig(other, format, prune, model, training, init, lengthChanges);
    }

    /** The same from other weights. */
    public RunConfig withInit(String other) {
        return new RunConfig(data, format, prune, model, training, other, lengthChanges);
    }

    /**
     * That a run goes on to another length than it began with.
     *
     * @param done images seen when it was changed
     * @param before its length until then, in images
     * @param after its length since then, in images
     * @param schedule what became of the changes on the way
     */
    public record LengthChange(long done, long before, long after, Course schedule) {
        /** What becomes of the learning rate and the weights that change on the way. */
        public enum Course {
            /** They change as in a run that has the new length from the beginning. */
            @SerializedName("stretched")
            STRETCHED,
            /** They change where they would have changed, and stay after that. */
            @SerializedName("kept")
            KEPT
        }

        /** The change from one schedule to another. */
        static LengthChange of(long done, Schedule before, Schedule after) {
            boolean kept = before.epochImages() == after.epochImages();
            return new LengthChange(done, before.images(), after.images(), kept ? Course.KEPT : Course.STRETCHED);
        }

        /** What happens, for a person. */
        String text(Schedule old, Schedule now) {
            return String.format(
                    Locale.ROOT,
                    "%s kimg in place of %s, of which %s are done; the schedule %s: learning rate %.2g from here on"
                            + " (%.2g before)",
                    kimg(after),
                    kimg(before),
                    kimg(done),
                    schedule == Course.KEPT ? "stays as it was" : "stretches over the new length",
                    now.learningRate(done),
                    old.learningRate(done));
        }

        /** A number of images in thousands; with more digits where a run is so short that they matter. */
        public static String kimg(long images) {
            return String.format(Locale.ROOT, images % 100 == 0 ? "%.1f" : "%.3f", images / 1000.0);
        }
    }
}
