/**
 * Labelled faces and the pipeline that feeds them to training.
 *
 * <p>Read {@link reaging.data.AgeGroup} and {@link reaging.data.FaceSet}, then {@link reaging.data.Sampler}, {@link reaging.data.FaceReader} and {@link reaging.data.Batches} in the order in which a batch is made. The
 * packages below this one hold the sources of faces. Uses {@code pictures} and {@code files}.
 */
@NullMarked
package reaging.data;

import org.jspecify.annotations.NullMarked;
