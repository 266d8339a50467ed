/**
 * Data sets on disk: UTKFace, FFHQ-Aging, {@code labels.csv}, folders by age.
 *
 * <p>Start at {@link reaging.data.folders.DataFormat}, which recognises a folder, and {@link reaging.data.folders.Listing}, which it becomes. Uses {@code data} and {@code files}.
 */
package reaging.data.folders;
