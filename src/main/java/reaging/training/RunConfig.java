package reaging.training;

import reaging.model.ModelConfig;

/**
 * Everything that decides how a run goes; the run's {@code config.json}.
 *
 * @param data a folder, or {@code synthetic}
 * @param model sizes of the networks
 * @param training how they are trained
 */
public record RunConfig(String data, ModelConfig model, TrainingConfig training) {}
