/**
 * Measures what each part of the network contributes, by training without that part.
 *
 * <p>Read {@link reaging.ablation.Ablation}, {@link reaging.ablation.AblationRun} and {@link reaging.ablation.AblationReport}. Uses {@code training}, {@code savedmodel} and {@code evaluation}.
 */
@NullMarked
package reaging.ablation;

import org.jspecify.annotations.NullMarked;
