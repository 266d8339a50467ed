/**
 * Layers over the TensorFlow Java Ops API: weights by name, convolutions, norms and the residual block.
 *
 * <p>Constructors create variables and read them, {@code apply} creates ops, nothing else has state. Read in this order: {@link reaging.nn.Weights},
 * {@link reaging.nn.Convolution}, {@link reaging.nn.Norm}, {@link reaging.nn.ResBlock}. Uses {@code runtime}.
 */
package reaging.nn;
