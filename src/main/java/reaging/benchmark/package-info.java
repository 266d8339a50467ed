/**
 * Measures the speed of training and re-aging on this machine, alone or in comparison with the Python versions.
 *
 * <p>{@link reaging.benchmark.TrainingSpeed} measures training next to a plain matrix product, and
 * {@link reaging.benchmark.TrainingComparison} measures it in turns with {@link reaging.benchmark.PythonTraining}.
 * {@link reaging.benchmark.ReAgingSpeed} measures {@link reaging.benchmark.JavaReAging}, alone or in turns with
 * {@link reaging.benchmark.PythonReAging}. Python runs in a {@link reaging.benchmark.PythonScript}. Uses {@code training},
 * {@code savedmodel} and what they use.
 */
@NullMarked
package reaging.benchmark;

import org.jspecify.annotations.NullMarked;
