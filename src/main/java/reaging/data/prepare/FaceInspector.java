package reaging.data.prepare;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Objects;
import java.util.stream.IntStream;
import reaging.data.Masks;
import reaging.data.folders.FaceFile;
import reaging.files.Hashes;
import reaging.pictures.Grey;
import reaging.pictures.PictureReader;
import reaging.pictures.UnreadablePicture;

/**
 * Inspects faces, read as in training; it may be used from any thread.
 *
 * @param masks content of the mask files
 */
record FaceInspector(Masks masks) {
    /**
     * The result of inspecting a face on disk.
     *
     * @param face the face
     * @param problem why it cannot be read, in which case the rest is empty; empty if it can be read
     * @param hash SHA-256 of the image file
     * @param size width and height of the image
     * @param maskSize width and height of the mask; empty if the set has no masks
     * @param faceShare share of the mask that is face, 0 to 1
     */
    record Inspection(FaceFile face, String problem, String hash, String size, String maskSize, double faceShare) {
        private static Inspection failed(FaceFile face, String problem) {
            return new Inspection(face, problem, "", "", "", 0);
        }

        boolean readable() {
            return problem.isEmpty();
        }
    }

    Inspection inspect(FaceFile face) {
        BufferedImage image;
        String hash;
        try {
            byte[] content = Files.readAllBytes(face.image());
            hash = Hashes.sha256(content);
            image = PictureReader.PHOTOS.read(face.image().toString(), content);
        } catch (IOException e) {
            return Inspection.failed(face, "it cannot be read: " + e);
        } catch (UnreadablePicture e) {
            return Inspection.failed(face, e.getMessage());
        }
        if (masks == Masks.NONE) {
            return new Inspection(face, "", hash, size(image), "", 1);
        }
        try {
            var mask = PictureReader.MASKS.read(
                    Objects.requireNonNull(face.mask(), "in a set with masks each face has one"));
            return new Inspection(face, "", hash, size(image), size(mask), share(mask));
        } catch (UnreadablePicture e) {
            return Inspection.failed(face, "of its mask: " + e.getMessage());
        }
    }

    private double share(BufferedImage mask) {
        double sum = 0;
        float[] table = masks.weights(IntStream.range(0, 256).toArray());
        for (int y = 0; y < mask.getHeight(); y++) {
            for (int x = 0; x < mask.getWidth(); x++) {
                sum += table[Grey.level(mask.getRGB(x, y))];
            }
        }
        return sum / mask.getWidth() / mask.getHeight();
    }

    private static String size(BufferedImage image) {
        return image.getWidth() + " x " + image.getHeight();
    }
}
