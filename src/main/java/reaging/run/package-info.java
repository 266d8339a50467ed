/**
 * Runs on disk: folder, configuration, schedule, checkpoints, log, page and TensorBoard files.
 *
 * <p>Start at {@link reaging.run.RunFolder} and {@link reaging.run.RunConfig}; then read {@link reaging.run.TrainingConfig}, {@link reaging.run.Schedule} and {@link reaging.run.Checkpoints}. Uses {@code data} and the
 * packages below it, {@code model}, {@code runtime} and {@code files}.
 */
@NullMarked
package reaging.run;

import org.jspecify.annotations.NullMarked;
