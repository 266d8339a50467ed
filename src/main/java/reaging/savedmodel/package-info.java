/**
 * SavedModels: the contract, the export and a loaded model at work.
 *
 * <p>Start at {@link reaging.savedmodel.ReAger}, which loads a model wherever it comes from; {@link reaging.savedmodel.Contract} names its functions, and {@link reaging.savedmodel.Exporter} writes
 * them. Uses {@code run} and what {@code run} uses.
 */
@NullMarked
package reaging.savedmodel;

import org.jspecify.annotations.NullMarked;
