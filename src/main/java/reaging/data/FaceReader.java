package reaging.data;

import java.util.stream.IntStream;
import org.tensorflow.types.TFloat32;
import reaging.pictures.Square;
import reaging.pictures.UnreadablePicture;

/**
 * Reads faces of a set as tensors: their central squares, resized by {@link Square}. The faces of a batch are read in parallel;
 * the assignment to threads does not affect the result.
 *
 * @param faces faces to read from
 * @param size side S of the resized images in pixels
 */
public record FaceReader(FaceSet faces, int size) {
    private static final int CHANNELS = 3;

    /** An image [S, S, 3] in [-1, 1] and its mask [S, S] in [0, 1]. */
    private record Face(float[] image, float[] mask) {}

    /**
     * Reads faces.
     *
     * @param indices their numbers in the set, [N]
     * @param flip whether to mirror each left to right, image and mask together, [N]
     * @return images and masks, which the caller closes
     * @throws UnreadablePicture if one of them cannot be read
     */
    public Pixels read(int[] indices, boolean[] flip) {
        // The threads do not write into the tensors themselves: when one face fails, others are still being read.
        var read = IntStream.range(0, indices.length)
                .parallel()
                .mapToObj(i -> face(indices[i], flip[i]))
                .toList();
        var pixels = Pixels.of(indices.length, size);
        for (int i = 0; i < indices.length; i++) {
            write(read.get(i).image(), pixels.images(), i);
            write(read.get(i).mask(), pixels.masks(), i);
        }
        return pixels;
    }

    private Face face(int index, boolean flip) {
        var face = new Face(Square.signed(faces.image(index), size), mask(index));
        if (flip) {
            mirror(face.image(), CHANNELS);
            mirror(face.mask(), 1);
        }
        return face;
    }

    private static void write(float[] values, TFloat32 tensor, int place) {
        tensor.asRawTensor()
                .data()
                .asFloats()
                .offset((long) place * values.length)
                .write(values);
    }

    private float[] mask(int index) {
        if (faces.masks() != Masks.NONE) {
            return faces.masks().weights(Square.nearest(faces.mask(index), size));
        }
        return Masks.NONE.weights(new int[size * size]);
    }

    /** Mirrors [S, S, channels] left to right in place. */
    private void mirror(float[] values, int channels) {
        for (int i = 0; i < size * size / 2; i++) {
            int y = i / (size / 2);
            int x = i % (size / 2);
            for (int channel = 0; channel < channels; channel++) {
                int left = (y * size + x) * channels + channel;
                int right = (y * size + size - 1 - x) * channels + channel;
                float moved = values[left];
                values[left] = values[right];
                values[right] = moved;
            }
        }
    }
}
