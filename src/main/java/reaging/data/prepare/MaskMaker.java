package reaging.data.prepare;

import java.util.function.Function;
import org.tensorflow.types.TFloat32;

/**
 * Makes masks for faces that have none.
 *
 * @param name name and version of what makes them; a folder cannot be resumed with another
 * @param person maps an image [1, S, S, 3] in [-1, 1], any S, to probabilities of a person, P rows of P numbers for any P;
 *     called from several threads
 */
public record MaskMaker(String name, Function<TFloat32, float[][]> person) {}
