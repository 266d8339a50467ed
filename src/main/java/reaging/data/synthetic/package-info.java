/**
 * Synthetic faces: people whose picture at every age can be drawn.
 *
 * <p>Start at {@link reaging.data.synthetic.SyntheticFace}; {@link reaging.data.synthetic.SyntheticFaces} is the data set. Who somebody is stands in {@code person}, how it is drawn in
 * {@code drawing}. Uses those two, {@code data}, {@code pictures} and {@code files}.
 */
package reaging.data.synthetic;
