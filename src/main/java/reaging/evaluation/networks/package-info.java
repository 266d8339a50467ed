/**
 * The networks that judge faces or find them, which others trained and published: {@link
 * reaging.evaluation.networks.EvaluatorPackages} installs them, {@link reaging.evaluation.networks.TfjsGraph} and {@link
 * reaging.evaluation.networks.TfjsWeights} read the form of TensorFlow.js, {@link
 * reaging.evaluation.networks.Evaluators} runs them. {@link reaging.evaluation.networks.PersonNetwork} makes masks.
 */
package reaging.evaluation.networks;
