package reaging.data;

import java.awt.image.BufferedImage;
import java.util.Optional;

/**
 * A subset of faces, renumbered.
 *
 * @param whole the whole set
 * @param indices numbers of the subset's faces in it
 */
record PartOfFaces(FaceSet whole, int[] indices) implements FaceSet {
    @Override
    public String name() {
        return whole.name();
    }

    @Override
    public int size() {
        return indices.length;
    }

    @Override
    public double age(int index) {
        return whole.age(indices[index]);
    }

    @Override
    public Optional<Sex> sex(int index) {
        return whole.sex(indices[index]);
    }

    @Override
    public String label(int index) {
        return whole.label(indices[index]);
    }

    @Override
    public BufferedImage image(int index) {
        return whole.image(indices[index]);
    }

    @Override
    public Masks masks() {
        return whole.masks();
    }

    @Override
    public BufferedImage mask(int index) {
        return whole.mask(indices[index]);
    }
}
