/**
 * The networks of Re-Aging GAN (Makhmudkhujaev, Hong, Park, ICCV 2021): start at {@link reaging.model.Generator}.
 *
 * <p>Then {@link reaging.model.IdentityEncoder}, {@link reaging.model.AgeModulator}, {@link reaging.model.Decoder} in the
 * order of a pass, {@link reaging.model.Discriminator}, and {@link reaging.model.ModelConfig} for the sizes.
 */
package reaging.model;
