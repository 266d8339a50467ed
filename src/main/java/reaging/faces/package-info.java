/**
 * Re-ages any photo: {@link reaging.faces.PhotoReAger} finds faces, re-ages them and pastes them back. Its steps can be used
 * separately: a {@link reaging.faces.FaceFinder} finds faces, {@link reaging.faces.Alignment} aligns them with a model's frame,
 * {@link reaging.faces.EncodedFace} re-ages one, and {@link reaging.faces.AgedFace} is pasted back into the photo.
 */
@NullMarked
package reaging.faces;

import org.jspecify.annotations.NullMarked;
