/**
 * Layers over the TensorFlow Java Ops API: weights by name, convolutions, norms and the residual block.
 *
 * <p>Constructors create and read variables, {@code apply} creates ops, and nothing else has state. Read in this order: {@link reaging.nn.Weights},
 * {@link reaging.nn.Convolution}, {@link reaging.nn.Norm}, {@link reaging.nn.ResBlock}. Uses {@code runtime}.
 */
@NullMarked
package reaging.nn;

import org.jspecify.annotations.NullMarked;
