package reaging.data.folders;

import java.util.List;
import reaging.data.FaceSet;
import reaging.data.Masks;
import reaging.data.Storage;

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
    public Storage storage() {
        return Storage.MEMORY;
    }

    @Override
    public byte[] image(int index) {
        return images.get(index);
    }

    @Override
    public Masks masks() {
        return maskImages.isEmpty() ? Masks.NONE : Masks.GREY;
    }

    @Override
    public byte[] mask(int index) {
        return maskImages.get(index);
    }
}
