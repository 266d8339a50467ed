/**
 * The TensorFlow basics below the layers: devices, sessions, precision, variables by exact name, and checkpoint files.
 *
 * <p>Read {@link reaging.runtime.Variable}, then {@link reaging.runtime.VariableFile}, {@link reaging.runtime.Sessions} and {@link reaging.runtime.Computing}. This package uses no other package of the project.
 */
@NullMarked
package reaging.runtime;

import org.jspecify.annotations.NullMarked;
