/**
 * Pictures in files and in memory.
 *
 * <p>Start at {@link reaging.pictures.PictureReader}, which reads every picture file of the program; each format has a class that
 * sees to it that a file is whole, and {@code ViewerColours} and {@code Orientation} make of it what a viewer shows. {@link
 * reaging.pictures.Square} crops and resizes for all, {@link reaging.pictures.Pictures} leads to numbers and back. Uses {@code
 * files}.
 */
package reaging.pictures;
