/**
 * Models and weights on disk: {@link reaging.savedmodel.Exporter} writes the averaged generator of a checkpoint as a SavedModel,
 * {@link reaging.savedmodel.ReAger} loads one, wherever it comes from, and re-ages faces with it. Training crosses to Python and
 * back by {@link reaging.savedmodel.CheckpointExporter}, {@link reaging.savedmodel.KerasExporter} and
 * {@link reaging.savedmodel.Importer}; {@link reaging.savedmodel.Contents} says what is in a file.
 */
package reaging.savedmodel;
