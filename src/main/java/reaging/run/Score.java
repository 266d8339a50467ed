package reaging.run;

import java.util.Map;

/**
 * What the evaluation of a checkpoint gives.
 *
 * @param criterion what the value is; only values of one criterion are compared with each other
 * @param value the higher the better
 * @param figures all that was measured, by names such as {@code age_error}
 */
public record Score(String criterion, double value, Map<String, Double> figures) {
    public Score {
        if (!Double.isFinite(value)) {
            throw new IllegalStateException("an evaluation must give a number but " + criterion + " is " + value
                    + "; give more held-out faces, or leave the evaluations out");
        }
    }
}
