/**
 * Commands about networks and their weights: {@link reaging.app.training.TrainCommand} trains, the others look at runs and
 * models, compare variants of them, and carry weights in and out.
 *
 * <p>Of {@code app}, uses {@code options} and {@code terminal}.
 */
@NullMarked
package reaging.app.training;

import org.jspecify.annotations.NullMarked;
