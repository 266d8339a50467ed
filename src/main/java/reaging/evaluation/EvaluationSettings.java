package reaging.evaluation;

import java.nio.file.Path;

/**
 * The settings of an evaluation.
 *
 * @param people maximum number of people to re-age
 * @param batch people per batch
 * @param seed random seed
 * @param folder folder of intermediate results, from which an interrupted evaluation resumes
 * @param version version of the model's files, so that another model of the same name does not reuse these results
 */
public record EvaluationSettings(int people, int batch, long seed, Path folder, String version) {
    public EvaluationSettings {
        if (people < 1) {
            throw new IllegalArgumentException("people must be 1 or more but are " + people + "; try 200");
        }
        if (batch < 1) {
            throw new IllegalArgumentException("batch must be 1 or more but is " + batch + "; leave it out");
        }
    }
}
