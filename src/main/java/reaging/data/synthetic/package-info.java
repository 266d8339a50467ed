/**
 * Synthetic faces: people who can be drawn at every age.
 *
 * <p>Start at {@link reaging.data.synthetic.SyntheticFace}; {@link reaging.data.synthetic.SyntheticFaces} is the data set. Package {@code person} defines who somebody is,
 * {@code drawing} how they are drawn. Uses those two, {@code data}, {@code pictures} and {@code files}.
 */
@NullMarked
package reaging.data.synthetic;

import org.jspecify.annotations.NullMarked;
