package reaging.data.folders;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import reaging.data.FaceSet;
import reaging.data.Masks;
import reaging.data.Sex;
import reaging.pictures.PictureReader;

/**
 * A data set of faces on disk.
 *
 * @param masks content of the mask files
 */
public record FaceFolder(String name, List<FaceFile> faces, Masks masks) implements FaceSet {
    @Override
    public int size() {
        return faces.size();
    }

    @Override
    public double age(int index) {
        return faces.get(index).age();
    }

    @Override
    public Optional<Sex> sex(int index) {
        return faces.get(index).sex();
    }

    @Override
    public String label(int index) {
        return faces.get(index).label();
    }

    @Override
    public BufferedImage image(int index) {
        return PictureReader.PHOTOS.read(faces.get(index).image());
    }

    @Override
    public BufferedImage mask(int index) {
        return PictureReader.MASKS.read(
                Objects.requireNonNull(faces.get(index).mask(), "in a set with masks each face has one"));
    }
}
