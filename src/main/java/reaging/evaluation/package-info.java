/** How good a model is. On synthetic faces the truth is known: {@link reaging.evaluation.GroundTruth}. */
package reaging.evaluation;
