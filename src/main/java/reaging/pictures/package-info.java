/**
 * Pictures between files, pixels and numbers.
 *
 * <p>Start at {@link reaging.pictures.Pictures}. Uses {@code files}.
 */
package reaging.pictures;
