/**
 * Compares a model with the truth, since synthetic people can be drawn at every age.
 *
 * <p>Start at {@link reaging.evaluation.truth.GroundTruth}. Uses {@code savedmodel}, {@code data.synthetic} and {@code evaluation.measures}.
 */
@NullMarked
package reaging.evaluation.truth;

import org.jspecify.annotations.NullMarked;
