package reaging.training;

import java.util.Objects;
import reaging.data.DataFormat;
import reaging.data.Pruning;
import reaging.model.ModelConfig;

/**
 * Everything that decides how a run goes; the run's {@code config.json}.
 *
 * @param data a folder, or {@code synthetic}
 * @param format how the folder is laid out
 * @param prune which faces of FFHQ-Aging are left out
 * @param model sizes of the networks
 * @param training how they are trained
 */
public record RunConfig(String data, DataFormat format, Pruning prune, ModelConfig model, TrainingConfig training) {

    public RunConfig {
        // Folders of runs from before there was a choice name none.
        format = Objects.requireNonNullElse(format, DataFormat.AUTO);
        prune = Objects.requireNonNullElse(prune, Pruning.CONFIDENCE);
    }
}
