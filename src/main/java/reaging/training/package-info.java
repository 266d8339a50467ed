/**
 * Training: what one step is, and the loop around it.
 *
 * <p>One step spans six files, in this order: {@link reaging.training.TrainingStep} feeds the graph and runs it;
 * {@link reaging.training.TrainingGraph} defines the graph: passes, losses and the order of the updates;
 * {@link reaging.training.Optimization} turns a loss into gradients and sums them over micro-batches;
 * {@link reaging.training.optimizer.Adam} moves a network's variables; {@link reaging.training.MovingAverage} follows with
 * the averaged generator; {@link reaging.run.Metrics} is what comes out.
 *
 * <p>Around it, {@link reaging.training.TrainingSession} holds graph, session and state, and {@link reaging.training.Trainer}
 * is the loop, which {@link reaging.training.DivergenceDetector} watches and {@link reaging.training.Recovery} brings back to a
 * checkpoint. Uses {@code run}, {@code losses} and what {@code run} uses.
 */
@NullMarked
package reaging.training;

import org.jspecify.annotations.NullMarked;
