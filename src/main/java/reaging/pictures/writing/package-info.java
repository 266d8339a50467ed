/**
 * Writes pictures like the files that they come from: format, quality, colours and metadata, and the mark that says that a
 * network made them.
 *
 * <p>Start at {@link reaging.pictures.writing.PhotoFile}. Uses {@code pictures} and {@code files}.
 */
package reaging.pictures.writing;
