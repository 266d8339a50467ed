/**
 * Training: what one step is, and the loop around it.
 *
 * <p>One step is in six files, in this order: {@link reaging.training.TrainingStep} feeds the graph and runs it;
 * {@link reaging.training.TrainingGraph} is what it runs: passes, losses and the order of the updates;
 * {@link reaging.training.Optimization} goes from a loss to gradients and, over micro-batches, their sums;
 * {@link reaging.training.Adam} moves a network's variables; {@link reaging.training.MovingAverage} follows with the averaged
 * generator; {@link reaging.run.Metrics} is what comes out.
 *
 * <p>Around it, {@link reaging.training.TrainingSession} holds graph, session and state, and {@link reaging.training.Trainer}
 * is the loop, which {@link reaging.training.DivergenceDetector} watches and {@link reaging.training.Recovery} brings back to a
 * checkpoint. Uses {@code run}, {@code losses} and what {@code run} uses.
 */
@NullMarked
package reaging.training;

import org.jspecify.annotations.NullMarked;
