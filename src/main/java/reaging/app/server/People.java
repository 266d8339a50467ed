package reaging.app.server;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.stream.IntStream;
import reaging.data.synthetic.SyntheticFaces;
import reaging.pictures.writing.SyntheticMark;

/** Eight people who can be tried without a photo; drawn, so that nobody's photo is shown. */
final class People {
    /** Adults of both sexes and many looks, in each of whom one face is found. */
    private static final int[] NUMBERS = {15, 25, 56, 86, 35, 46, 75, 65};

    private static final int COUNT = 100;
    private static final long SEED = 0x7374_7261_6E67_6572L;
    private static final int SIDE = 712;

    /** Models for photos know faces that are cropped closely. */
    private static final int CROP = 512;

    private static final int LEFT = 100;
    private static final int TOP = 111;

    private final List<byte[]> photos;

    private People(List<byte[]> photos) {
        this.photos = photos;
    }

    static People draw() {
        var faces = new SyntheticFaces(COUNT, SEED, SIDE);
        var mark = new SyntheticMark("Synthetic: drawn by a program.");
        return new People(IntStream.of(NUMBERS)
                .parallel()
                .mapToObj(number -> mark.jpeg(closely(faces.draw(number).image())))
                .toList());
    }

    private static BufferedImage closely(BufferedImage drawing) {
        return Engine.copy(drawing.getSubimage(LEFT, TOP, CROP, CROP));
    }

    int count() {
        return photos.size();
    }

    /** The photo of a person, who are counted from 1 on. */
    byte[] photo(int number) {
        return photos.get(number - 1);
    }
}
