package reaging.evaluation;

import java.nio.file.Path;

/**
 * How an evaluation is done.
 *
 * @param people at most so many are re-aged
 * @param batch people at a time
 * @param seed of everything that is drawn at random
 * @param folder where what was worked out is kept, so that an interrupted evaluation goes on
 * @param version of the model's files: another model under the same name does not go on with this one's results
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
