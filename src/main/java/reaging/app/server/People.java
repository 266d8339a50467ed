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

/** Eight synthetic people for trying the page without a photo; drawn, so that nobody's photo is shown. */
final class People {
    /** Adults of both sexes and many looks, each with exactly one detectable face. */
    private static final int[] NUMBERS = {15, 25, 56, 86, 35, 46, 75, 65};

    private static final int COUNT = 100;
    private static final long SEED = 0x7374_7261_6E67_6572L;
    private static final int SIDE = 512;

    /** Eye distance as a fraction of a crop's side above which the crop counts as close: without hair and shoulders. */
    private static final double CLOSE = .3;

    /** Left, top and side of the close crop, as fractions of a drawing. */
    private static final double LEFT = .14;

    private static final double TOP = .156;
    private static final double PART = .72;

    private final List<byte[]> photos;

    private People(List<byte[]> photos) {
        this.photos = photos;
    }

    /** Draws people as a model knows them: models for photos are trained on close crops. */
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

    /** Returns the photo of a person, numbered from 1. */
    byte[] photo(int number) {
        return photos.get(number - 1);
    }
}
