/**
 * How well faces are found in photos, re-aged and put back: scenes of several people at known places.
 *
 * <p>Start at {@link reaging.evaluation.scenes.SceneEvaluation}. A {@code Scene} shows {@code Portrait}s, drawn or real; {@code
 * DetectedPortrait} says how one was found, {@code Changes} what became of the pixels. Uses {@code faces}.
 */
package reaging.evaluation.scenes;
