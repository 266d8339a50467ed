/**
 * SavedModels: the contract, the export, and loading and running a model.
 *
 * <p>Start at {@link reaging.savedmodel.ReAger}, which loads any model that follows the contract; {@link reaging.savedmodel.Contract} names its functions, and {@link reaging.savedmodel.Exporter} writes
 * them. Uses {@code run} and what {@code run} uses.
 */
@NullMarked
package reaging.savedmodel;

import org.jspecify.annotations.NullMarked;
