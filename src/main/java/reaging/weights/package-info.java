/**
 * Exchanges weights with Python: checkpoints, SavedModels and Keras files.
 *
 * <p>Read {@link reaging.weights.Importer} and {@link reaging.weights.WeightLocation} for the import, {@link reaging.weights.CheckpointExporter} and {@link reaging.weights.KerasExporter} for the export.
 * {@link reaging.weights.KerasWeights} knows how the names differ, and {@link reaging.weights.Contents} describes what a file contains. Uses
 * {@code savedmodel}, {@code training} and what they use.
 */
@NullMarked
package reaging.weights;

import org.jspecify.annotations.NullMarked;
