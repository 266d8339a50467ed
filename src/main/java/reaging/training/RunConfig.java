package reaging.training;

import reaging.model.ModelConfig;

/**
 * Everything that decides how a run goes; the run's {@code config.json}.
 *
 * @param data a folder, or {@code synthetic}
 * @param model sizes of the networks
 * @param training how they are trained
 */
public record RunConfig(String data, ModelConfig model, TrainingConfig training) {

    /** The same with other networks. */
    public RunConfig withModel(ModelConfig other) {
        return new RunConfig(data, other, training);
    }

    /** The same trained in another way. */
    public RunConfig withTraining(TrainingConfig other) {
        return new RunConfig(data, model, other);
    }

    /** The same on other data. */
    public RunConfig withData(String other) {
        return new RunConfig(other, model, training);
    }
}
