/**
 * Lets the evaluator networks judge faces, and keeps their predictions.
 *
 * <p>Read {@link reaging.evaluation.predictions.RealFaces} and {@link reaging.evaluation.predictions.ReAgedPerson}. Uses {@code networks}, {@code savedmodel}, {@code evaluation.measures} and {@code data}.
 */
@NullMarked
package reaging.evaluation.predictions;

import org.jspecify.annotations.NullMarked;
