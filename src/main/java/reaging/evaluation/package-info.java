/**
 * Measures the quality of a model on photos.
 *
 * <p>Start at {@link reaging.evaluation.Evaluation}, which judges real faces, re-ages people, judges the results and returns a {@link reaging.evaluation.Report}. The packages
 * below this one hold its stages. Uses them, {@code networks}, {@code savedmodel} and {@code data.folders}.
 */
@NullMarked
package reaging.evaluation;

import org.jspecify.annotations.NullMarked;
