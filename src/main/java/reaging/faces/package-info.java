/**
 * Any photo: {@link reaging.faces.PhotoReAger} finds faces, re-ages them and puts them back. Its steps can be used alone: a
 * {@link reaging.faces.FaceFinder} finds faces, {@link reaging.faces.Alignment} brings them into a model's frame, {@link
 * reaging.faces.EncodedFace} is one at any age, and {@link reaging.faces.AgedFace} goes back into the photo.
 */
package reaging.faces;
