/**
 * Commands that get ready what training and evaluation need: faces ({@link reaging.app.data.DataCommand}) and networks.
 *
 * <p>Of {@code app}, uses {@code options} and {@code terminal}.
 */
@NullMarked
package reaging.app.data;

import org.jspecify.annotations.NullMarked;
