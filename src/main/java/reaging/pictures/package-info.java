/**
 * Reads pictures from files and converts them in memory.
 *
 * <p>Start at {@link reaging.pictures.PictureReader}, which reads every picture file of the program; each format has a class that
 * checks that a file is complete; {@code ViewerColours} and {@code Orientation} convert it to what a viewer shows. {@link
 * reaging.pictures.Square} crops and resizes for all, {@link reaging.pictures.Pictures} converts to numbers and back. Uses {@code
 * files}.
 */
@NullMarked
package reaging.pictures;

import org.jspecify.annotations.NullMarked;
