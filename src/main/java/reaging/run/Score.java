package reaging.run;

import java.util.Map;

/**
 * The score of a checkpoint's evaluation.
 *
 * @param criterion what the value measures; only values of the same criterion are comparable
 * @param value the score; higher is better
 * @param figures all measured values by names such as {@code age_error}
 */
public record Score(String criterion, double value, Map<String, Double> figures) {
    public Score {
        if (!Double.isFinite(value)) {
            throw new IllegalStateException("an evaluation must yield a finite score but " + criterion + " is " + value
                    + "; use more held-out faces, or leave the evaluations out");
        }
    }
}
