/**
 * Writes pictures that match the files they come from in format, quality, colours and metadata, with a mark that says that a
 * network made them.
 *
 * <p>Start at {@link reaging.pictures.writing.PhotoFile}. Uses {@code pictures} and {@code files}.
 */
@NullMarked
package reaging.pictures.writing;

import org.jspecify.annotations.NullMarked;
