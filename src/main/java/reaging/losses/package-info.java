/**
 * The losses of both networks as pure functions of tensors: section 3.4 of the paper; R1 from StarGAN v2.
 *
 * <p>Read {@link reaging.losses.DiscriminatorLoss}, then {@link reaging.losses.GeneratorLoss}. Uses {@code nn}.
 */
@NullMarked
package reaging.losses;

import org.jspecify.annotations.NullMarked;
