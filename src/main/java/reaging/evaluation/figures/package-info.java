/**
 * Computes the figures of a report from predictions.
 *
 * <p>Start at {@link reaging.evaluation.figures.MethodMetrics} and {@link reaging.evaluation.figures.Method}. Uses {@code evaluation.predictions} and {@code evaluation.measures}.
 */
@NullMarked
package reaging.evaluation.figures;

import org.jspecify.annotations.NullMarked;
