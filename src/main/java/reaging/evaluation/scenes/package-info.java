/**
 * Measures how well faces are found in photos, re-aged and pasted back, on scenes of several people at known positions.
 *
 * <p>Start at {@link reaging.evaluation.scenes.SceneEvaluation}. A {@code Scene} shows {@code Portrait}s, drawn or real; {@code
 * DetectedPortrait} describes how one was found, {@code Changes} how the pixels changed. Uses {@code faces}.
 */
@NullMarked
package reaging.evaluation.scenes;

import org.jspecify.annotations.NullMarked;
