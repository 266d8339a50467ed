package reaging.data.prepare;

import java.util.function.Function;
import org.tensorflow.types.TFloat32;

/**
 * Makes masks for faces that have none.
 *
 * @param name of what makes them, with its version; a folder is not gone on with by another
 * @param person from an image [1, S, S, 3] in [-1, 1], any S, to the probability that there is a person, P rows of P numbers
 *     for any P; called from several threads
 */
public record MaskMaker(String name, Function<TFloat32, float[][]> person) {}
