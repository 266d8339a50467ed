/**
 * Lets the evaluator networks judge faces, and keeps what they say.
 *
 * <p>Read {@link reaging.evaluation.judging.RealFaces} and {@link reaging.evaluation.judging.ReAgedPerson}. Uses {@code networks}, {@code savedmodel}, {@code evaluation.measures} and {@code data}.
 */
package reaging.evaluation.judging;
