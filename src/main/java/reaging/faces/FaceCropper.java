package reaging.faces;

import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.Optional;
import reaging.data.FivePoints;
import reaging.faces.Photo.Beyond;
import reaging.networks.EvaluatorPackages;

/**
 * Cuts faces out of photos as models see them, without a model; from any thread. Holds native memory until it is closed.
 */
public final class FaceCropper implements AutoCloseable {
    /** Smaller crops are enlarged, in pixels: finders want a face that is not tiny. */
    private static final int LEAST_SIDE = 192;

    private final PhotoNetworks networks;

    private FaceCropper(PhotoNetworks networks) {
        this.networks = networks;
    }

    /**
     * A face by itself.
     *
     * @param image a square
     * @param mask of the same size, white at the person
     */
    public record Crop(BufferedImage image, BufferedImage mask) {}

    /** Loads the networks that find faces from their default folder, or else OpenCV's cascades. */
    public static FaceCropper open() {
        return open(EvaluatorPackages.defaultFolder());
    }

    /**
     * Loads the networks that find faces, or OpenCV's cascades where they are not installed.
     *
     * @param networks the folder that they lie in
     */
    public static FaceCropper open(Path networks) {
        return new FaceCropper(PhotoNetworks.load(networks));
    }

    /** Finds the faces of a photo. */
    public DetectedFaces find(Photo photo) {
        return networks.finder().find(photo);
    }

    /**
     * Where the face lies in a picture that it fills, as the crops of data sets are.
     *
     * @param crop a square
     * @return in shares of its side; empty where no face is found that could be re-aged
     */
    public Optional<FivePoints> points(BufferedImage crop) {
        int side = Math.max(crop.getWidth(), LEAST_SIDE);
        int margin = side / 2;
        var framed = new BufferedImage(side + 2 * margin, side + 2 * margin, BufferedImage.TYPE_INT_RGB);
        var graphics = framed.createGraphics();
        graphics.setColor(Color.GRAY);
        graphics.fillRect(0, 0, framed.getWidth(), framed.getHeight());
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        graphics.drawImage(crop, margin, margin, side, side, null);
        graphics.dispose();
        return find(Photo.of(framed)).largest().map(face -> face.points().moved(margin, margin, 1.0 / side));
    }

    /**
     * Cuts a face out and finds which part of the crop is the person.
     *
     * @param face one of this photo
     * @param frame where its points come to lie, in shares of the crop's side
     * @param side of the crop, in pixels
     */
    public Crop crop(Photo photo, DetectedFace face, FivePoints frame, int side) {
        var region = Alignment.of(face.points(), frame);
        var image = new Grid(photo.pixels(region, side, Beyond.EDGE), side, 3);
        var aligned = new AlignedFace(region, image, networks.mask(photo, region, frame));
        return new Crop(aligned.picture(), aligned.maskPicture());
    }

    @Override
    public void close() {
        networks.close();
    }
}
