package reaging.data;

import java.util.List;

/** Faces given one by one, for tests: PNG or other bytes in memory. */
record ListedFaces(List<byte[]> images, List<byte[]> maskImages, double... ages) implements FaceSet {
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
