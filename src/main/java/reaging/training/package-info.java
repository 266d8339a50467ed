/**
 * Training: what one step is ({@link reaging.training.TrainingGraph}), the loop ({@link reaging.training.Trainer}) and what
 * a run leaves on disk ({@link reaging.training.RunFolder}).
 */
package reaging.training;
