package reaging.model;

import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/**
 * The output of the identity encoder.
 *
 * @param identity f_id, the identity features, [N, 16, 16, C]
 * @param imageFeatures the first layer's features of the whole image, face and background, [N, S, S, b]
 */
public record Encoding(Operand<TFloat32> identity, Operand<TFloat32> imageFeatures) {}
