/**
 * Models on disk: {@link reaging.savedmodel.Exporter} writes the averaged generator of a checkpoint as a SavedModel,
 * {@link reaging.savedmodel.ReAger} loads one, wherever it comes from, and re-ages faces with it.
 */
package reaging.savedmodel;
