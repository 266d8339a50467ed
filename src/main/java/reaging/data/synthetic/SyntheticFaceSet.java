package reaging.data.synthetic;

import java.awt.image.BufferedImage;
import java.util.concurrent.atomic.AtomicReferenceArray;
import reaging.data.FaceSet;
import reaging.data.Masks;
import reaging.pictures.PictureReader;
import reaging.pictures.Pictures;

/** A data set of synthetic faces: each is drawn on first use and kept in memory as PNG. */
public final class SyntheticFaceSet implements FaceSet {
    private final SyntheticFaces faces;
    private final AtomicReferenceArray<Encoded> drawn;

    private record Encoded(byte[] image, byte[] mask) {}

    public SyntheticFaceSet(SyntheticFaces faces) {
        this.faces = faces;
        drawn = new AtomicReferenceArray<>(faces.size());
    }

    private Encoded encoded(int index) {
        var known = drawn.get(index);
        if (known != null) {
            return known;
        }
        var drawing = faces.draw(index);
        var encoded = new Encoded(Pictures.png(drawing.image()), Pictures.png(drawing.mask()));
        drawn.set(index, encoded);
        return encoded;
    }

    @Override
    public String name() {
        return "synthetic";
    }

    @Override
    public int size() {
        return faces.size();
    }

    @Override
    public double age(int index) {
        return faces.age(index);
    }

    @Override
    public String label(int index) {
        return "synthetic face " + index;
    }

    @Override
    public BufferedImage image(int index) {
        return PictureReader.PHOTOS.read(label(index), encoded(index).image());
    }

    @Override
    public Masks masks() {
        return Masks.GREY;
    }

    @Override
    public BufferedImage mask(int index) {
        return PictureReader.MASKS.read(label(index), encoded(index).mask());
    }
}
