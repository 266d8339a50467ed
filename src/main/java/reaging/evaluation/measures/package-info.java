/**
 * The measures as pure functions of numbers; each names the source of its formula.
 *
 * <p>Start at {@link reaging.evaluation.measures.Hcs}, the headline. This package uses no other package of the project.
 */
@NullMarked
package reaging.evaluation.measures;

import org.jspecify.annotations.NullMarked;
