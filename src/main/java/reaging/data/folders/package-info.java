/**
 * Data sets on disk: UTKFace, FFHQ-Aging, {@code labels.csv}, folders by age.
 *
 * <p>Start at {@link reaging.data.folders.DataFormat}, which recognizes a folder's layout, and {@link reaging.data.folders.Listing}, the result of listing it. Uses {@code data} and {@code files}.
 */
@NullMarked
package reaging.data.folders;

import org.jspecify.annotations.NullMarked;
