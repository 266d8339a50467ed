/** What the networks see of a step's faces, where that is not what the data hold: both networks, or the discriminator alone. */
@NullMarked
package reaging.training.augmentation;

import org.jspecify.annotations.NullMarked;
