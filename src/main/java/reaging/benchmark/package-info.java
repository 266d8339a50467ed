/**
 * How fast this project is, on the machine at hand and beside its versions in Python.
 *
 * <p>{@link reaging.benchmark.TrainingSpeed} is that of training, beside a plain matrix product's;
 * {@link reaging.benchmark.TrainingComparison} measures it in turns with {@link reaging.benchmark.PythonTraining}.
 * {@link reaging.benchmark.ReAgingSpeed} does the same for {@link reaging.benchmark.JavaReAging} and
 * {@link reaging.benchmark.PythonReAging}. What runs in Python waits in a {@link reaging.benchmark.PythonScript}. Uses
 * {@code training}, {@code savedmodel} and what they use.
 */
@NullMarked
package reaging.benchmark;

import org.jspecify.annotations.NullMarked;
