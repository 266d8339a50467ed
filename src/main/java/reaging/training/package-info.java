/**
 * Training: what one step is, and the loop around it.
 *
 * <p>Read {@link reaging.training.TrainingGraph}, {@link reaging.training.TrainingStep} and {@link reaging.training.Trainer}. Uses {@code run}, {@code losses} and what {@code run} uses.
 */
package reaging.training;
