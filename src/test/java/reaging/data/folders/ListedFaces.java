package reaging.data.folders;

import java.awt.image.BufferedImage;
import java.util.List;
import reaging.data.FaceSet;
import reaging.data.Masks;
import reaging.pictures.PictureReader;

/** Faces given one by one, for tests: PNG or other bytes in memory. */
public record ListedFaces(List<byte[]> images, List<byte[]> maskImages, double... ages) implements FaceSet {
    @Override
    public String name() {
        return "listed";
    }

    @Override
    public int size() {
        return images.size();
    }

    @Override
    public double age(int index) {
        return ages[index];
    }

    @Override
    public String label(int index) {
        return "face " + index;
    }

    @Override
    public BufferedImage image(int index) {
        return PictureReader.PHOTOS.read(label(index), images.get(index));
    }

    @Override
    public Masks masks() {
        return maskImages.isEmpty() ? Masks.NONE : Masks.GREY;
    }

    @Override
    public BufferedImage mask(int index) {
        return PictureReader.MASKS.read(label(index), maskImages.get(index));
    }
}
