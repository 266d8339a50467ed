/**
 * Weights to Python and back: checkpoints, SavedModels and Keras files.
 *
 * <p>Read {@link reaging.weights.Importer} and {@link reaging.weights.WeightLocation} for the way in, {@link reaging.weights.CheckpointExporter} and {@link reaging.weights.KerasExporter} for the way out.
 * {@link reaging.weights.KerasWeights} is the one place that knows how the two worlds differ, and {@link reaging.weights.Contents} says what is in a file. Uses
 * {@code savedmodel}, {@code training} and what they use.
 */
package reaging.weights;
