/**
 * Draws synthetic people, with one class for each part of the picture.
 *
 * <p>Read {@link reaging.data.synthetic.drawing.FaceCanvas}, then {@link reaging.data.synthetic.drawing.DrawnHead} as an example of the others. Uses {@code data} and {@code data.synthetic.person}.
 */
@NullMarked
package reaging.data.synthetic.drawing;

import org.jspecify.annotations.NullMarked;
