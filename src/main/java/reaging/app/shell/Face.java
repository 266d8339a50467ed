package reaging.app.shell;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import reaging.data.AgeGroup;
import reaging.data.FivePoints;
import reaging.data.Masks;
import reaging.data.synthetic.SyntheticFaces;
import reaging.faces.FaceCropper;
import reaging.faces.Photo;
import reaging.pictures.PictureReader;
import reaging.pictures.Square;

/**
 * A face, original or re-aged.
 *
 * @param title name of the person
 * @param image image cropped to the face, of any size
 * @param mask mask of the same size, white for face; without it, the whole image is face
 */
public record Face(
        String title, BufferedImage image, @Nullable BufferedImage mask) implements Picture {
    /** Side of a drawn person in pixels; models reduce it to their own size. */
    private static final int DRAWN_SIZE = 256;

    /** Side of a face cropped from a photo, in pixels. */
    private static final int CROP_SIZE = 256;

    /** Seed of people whom no training with a usual seed has seen. */
    private static final long STRANGERS = 0x7374_7261_6E67_6572L;

    /** Crops the largest face from any photo, the way UTKFace models expect it. */
    static Face find(Path file) {
        var photo = Photo.of(PictureReader.PHOTOS.read(file));
        try (var cropper = FaceCropper.open()) {
            var face = cropper.find(photo)
                    .largest()
                    .orElseThrow(() -> new IllegalArgumentException(
                            "a photo must show a face that can be re-aged but " + file + " shows none; crop(\"" + file
                                    + "\") takes a picture that is already a face crop"));
            var crop = cropper.crop(photo, face, FivePoints.UTKFACE, CROP_SIZE);
            return new Face(title(file), crop.image(), crop.mask());
        }
    }

    private static String title(Path file) {
        return file.getFileName().toString().replaceFirst("\\.[^.]*$", "");
    }

    /** Reads a photo that is cropped to the face, with the mask of the same name in a folder {@code masks} beside its own, if any. */
    static Face read(Path photo) {
        var folder = Objects.requireNonNull(photo.toAbsolutePath().normalize().getParent(), "a file is in a folder");
        var mask = folder.resolveSibling("masks").resolve(photo.getFileName());
        boolean masked = folder.endsWith("images") && Files.isRegularFile(mask);
        return new Face(title(photo), PictureReader.PHOTOS.read(photo), masked ? PictureReader.MASKS.read(mask) : null);
    }

    /** Draws a synthetic person at their own age. */
    static Face person(int number) {
        return person(number, Math.floor(people(number).age(number)));
    }

    /** Draws a synthetic person at an age in years: the output of a perfect model. */
    static Face person(int number, double age) {
        var drawing = people(number).draw(number, age);
        return new Face("person " + number + ", " + AgeGroup.text(age), drawing.image(), drawing.mask());
    }

    private static SyntheticFaces people(int number) {
        if (number < 0) {
            throw new IllegalArgumentException("a person's number must be 0 or more but is " + number + "; try 3");
        }
        return new SyntheticFaces(Math.addExact(number, 1), STRANGERS, DRAWN_SIZE);
    }

    /** Returns the pixels in [-1, 1], [size][size][3]. */
    float[][][] pixels(int size) {
        return Square.rows(Square.signed(image, size), size);
    }

    /** Returns the fraction of each pixel that is face, in [0, 1], [size][size][1]. */
    float[][][] weights(int size) {
        float[] weights = mask == null
                ? Masks.NONE.weights(new int[size * size])
                : Masks.GREY.weights(Square.nearest(mask, size));
        return Square.rows(weights, size);
    }

    @Override
    public String toString() {
        return Picture.line(this) + (mask == null ? "; no mask" : "");
    }
}
