/**
 * Options that several commands share, as mixins of picocli: a folder and its layout, devices, a model.
 *
 * <p>Uses no other part of {@code app}.
 */
@NullMarked
package reaging.app.options;

import org.jspecify.annotations.NullMarked;
