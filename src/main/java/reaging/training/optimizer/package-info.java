/** Moves a network's variables along gradients: Adam, and how fast each variable learns. */
@NullMarked
package reaging.training.optimizer;

import org.jspecify.annotations.NullMarked;
