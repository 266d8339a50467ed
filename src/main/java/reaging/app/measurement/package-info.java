/**
 * Commands that measure: {@code evaluate} ({@link reaging.app.measurement.EvaluateCommand}) how good a model is, {@code
 * benchmark} how fast the program.
 *
 * <p>Of {@code app}, uses {@code faults}, {@code options}, {@code photos} and {@code terminal}.
 */
@NullMarked
package reaging.app.measurement;

import org.jspecify.annotations.NullMarked;
