package reaging.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import reaging.data.folders.DataFormat;
import reaging.data.folders.Pruning;
import reaging.model.ModelConfig;

/**
 * Everything that decides how a run goes; the run's {@code config.json}.
 *
 * @param data a folder, or {@code synthetic}
 * @param format how the folder is laid out
 * @param prune which faces of FFHQ-Aging are left out
 * @param model sizes of the networks
 * @param training how they are trained
 * @param init the weights that it begins with, a path; null: random ones
 * @param lengthChanges when it was given another length, in order; null: never
 */
public record RunConfig(
        String data,
        DataFormat format,
        Pruning prune,
        ModelConfig model,
        TrainingConfig training,
        String init,
        List<LengthChange> lengthChanges) {

    public RunConfig {
        // Folders of runs from before there was a choice name none.
        format = Objects.requireNonNullElse(format, DataFormat.AUTO);
        prune = Objects.requireNonNullElse(prune, Pruning.CONFIDENCE);
        lengthChanges = lengthChanges == null ? null : List.copyOf(lengthChanges);
    }

    /** Has the length that it begins with. */
    public RunConfig(
            String data, DataFormat format, Pruning prune, ModelConfig model, TrainingConfig training, String init) {
        this(data, format, prune, model, training, init, null);
    }

    /** Begins with random weights. */
    public RunConfig(String data, DataFormat format, Pruning prune, ModelConfig model, TrainingConfig training) {
        this(data, format, prune, model, training, null);
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
    public RunConfig withData(String other) {
        return new RunConfig(other, format, prune, model, training, init, lengthChanges);
    }

    /** The same from other weights. */
    public RunConfig withInit(String other) {
        return new RunConfig(data, format, prune, model, training, other, lengthChanges);
    }
}
