/**
 * Pretrained networks published by others, which find faces and people, or judge them.
 *
 * <p>{@link reaging.networks.EvaluatorPackages} installs them, {@link reaging.networks.TfjsGraph} and {@link reaging.networks.TfjsWeights} read TensorFlow.js's format, {@link reaging.networks.Evaluators} runs those
 * that judge, and {@link reaging.networks.PersonNetwork} makes masks. This package uses no other package of the project.
 */
@NullMarked
package reaging.networks;

import org.jspecify.annotations.NullMarked;
