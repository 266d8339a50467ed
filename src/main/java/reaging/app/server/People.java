package reaging.app.server;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.stream.IntStream;
import reaging.data.FivePoints;
import reaging.data.synthetic.SyntheticFaces;
import reaging.pictures.Pictures;
import reaging.pictures.writing.SyntheticMark;
import reaging.savedmodel.ModelCard;
import reaging.savedmodel.ReAger;

/** Eight people who can be tried without a photo; drawn, so that nobody's photo is shown. */
final class People {
    /** Adults of both sexes and many looks, in each of whom one face is found. */
    private static final int[] NUMBERS = {15, 25, 56, 86, 35, 46, 75, 65};

    private static final int COUNT = 100;
    private static final long SEED = 0x7374_7261_6E67_6572L;
    private static final int SIDE = 512;

    /** A crop in which the eyes are further apart, as a part of its side, is close: without hair and shoulders. */
    private static final double CLOSE = .3;

    /** Part of a drawing that is closely cropped: its left, its top, and its side. */
    private static final double LEFT = .14;

    private static final double TOP = .156;
    private static final double PART = .72;

    private final List<byte[]> photos;

    private People(List<byte[]> photos) {
        this.photos = photos;
    }

    /** People as a model knows them: models for photos are trained on faces that are cropped closely. */
    static People drawFor(ReAger model) {
        boolean close =
                model.card().map(ModelCard::frame).orElse(FivePoints.UTKFACE).eyeDistance() > CLOSE;
        var faces = new SyntheticFaces(COUNT, SEED, close ? (int) (SIDE / PART) : SIDE);
        var mark = new SyntheticMark("Synthetic: drawn by a program.");
        return new People(IntStream.of(NUMBERS)
                .parallel()
                .mapToObj(number -> faces.draw(number).image())
                .map(drawing -> mark.jpeg(close ? closely(drawing) : drawing))
                .toList());
    }

    private static BufferedImage closely(BufferedImage drawing) {
        int side = drawing.getWidth();
        return Pictures.copy(drawing.getSubimage((int) (LEFT * side), (int) (TOP * side), SIDE, SIDE));
    }

    int count() {
        return photos.size();
    }

    /** The photo of a person, who are counted from 1 on. */
    byte[] photo(int number) {
        return photos.get(number - 1);
    }
}
