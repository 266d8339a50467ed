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
 * Crops faces from photos the way models see them, without a model. It may be used from any thread and holds native memory until
 * it is closed.
 */
public final class FaceCropper implements AutoCloseable {
    /** Smaller crops are enlarged to this side in pixels, since finders miss tiny faces. */
    private static final int LEAST_SIDE = 192;

    private final PhotoNetworks networks;

    private FaceCropper(PhotoNetworks networks) {
        this.networks = networks;
    }

    /**
     * A cropped face.
     *
     * @param image square image
     * @param mask mask of the same size, white for the person
     */
    public record Crop(BufferedImage image, BufferedImage mask) {}

    /** Loads the networks that find faces from their default folder, or else OpenCV's cascades. */
    public static FaceCropper open() {
        return open(EvaluatorPackages.defaultFolder());
    }

    /**
     * Loads the networks that find faces, or OpenCV's cascades if they are not installed.
     *
     * @param networks folder of the networks
     */
    public static FaceCropper open(Path networks) {
        return new FaceCropper(PhotoNetworks.load(networks));
    }

    /** Finds the faces of a photo. */
    public DetectedFaces find(Photo photo) {
        return networks.finder().find(photo);
    }

    /**
     * Finds the points of the face in a picture that it fills, such as a data set's crop.
     *
     * @param crop square picture
     * @return points as fractions of its side; empty if no usable face is found
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
     * Crops a face and finds the part of the crop that belongs to the person.
     *
     * @param face a face of this photo
     * @param frame desired positions of its points as fractions of the crop's side
     * @param side side of the crop in pixels
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
