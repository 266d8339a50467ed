/**
 * The networks of Re-Aging GAN (Makhmudkhujaev, Hong, Park, ICCV 2021).
 *
 * <p>Start at {@link reaging.model.Generator}. Then read {@link reaging.model.IdentityEncoder}, {@link reaging.model.AgeModulator} and {@link reaging.model.Decoder} in the order of a pass, {@link reaging.model.Discriminator},
 * and {@link reaging.model.ModelConfig} for the sizes. Uses {@code nn} and {@code runtime}.
 */
@NullMarked
package reaging.model;

import org.jspecify.annotations.NullMarked;
