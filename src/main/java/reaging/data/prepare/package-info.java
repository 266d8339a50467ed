/**
 * Checks data sets and prepares them for training: size, masks, labels.
 *
 * <p>Read {@link reaging.data.prepare.DataCheck} and {@link reaging.data.prepare.PreparedFolder}. Uses {@code data.folders}, {@code data} and {@code files}.
 */
@NullMarked
package reaging.data.prepare;

import org.jspecify.annotations.NullMarked;
