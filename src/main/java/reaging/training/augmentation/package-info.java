/** Changes a step's faces before the networks see them: for both networks, or only for the discriminator. */
@NullMarked
package reaging.training.augmentation;

import org.jspecify.annotations.NullMarked;
