package reaging.data.prepare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.tensorflow.types.TFloat32;
import reaging.data.FaceReader;
import reaging.data.FaceSet;
import reaging.pictures.UnreadablePicture;

/**
 * A few faces, evenly spread over a set and small, to see what is the matter with all of them.
 *
 * @param faces those of the few that can be read
 */
record FaceSample(List<Look> faces) {
    private static final int MOST = 32;
    private static final int SIDE = 16;

    /** Below this mean difference, of 2, two images are the same one written twice. */
    private static final double ALIKE = 0.01;

    /**
     * One face.
     *
     * @param image in [-1, 1], [16, 16, 3] in a row
     * @param mask in [0, 1], [16, 16] in a row
     */
    record Look(float[] image, float[] mask) {
        double difference(Look other) {
            return IntStream.range(0, image.length)
                    .mapToDouble(i -> Math.abs(image[i] - other.image[i]))
                    .average()
                    .orElse(0);
        }

        /** The difference between the lightest and the darkest value. */
        double contrast() {
            return stream(image).max().orElse(0) - stream(image).min().orElse(0);
        }

        double brightestOfMask() {
            return stream(mask).max().orElse(0);
        }

        double darkestOfMask() {
            return stream(mask).min().orElse(0);
        }

        /** How much more face there is in the middle of each side, where faces are, than all around. */
        double middleOfMask() {
            return share(true) - share(false);
        }

        private double share(boolean wanted) {
            return IntStream.range(0, mask.length)
                    .filter(i -> (middle(i / SIDE) && middle(i % SIDE)) == wanted)
                    .mapToDouble(i -> mask[i])
                    .average()
                    .orElse(0);
        }

        private static boolean middle(int position) {
            return position >= SIDE / 4 && position < SIDE - SIDE / 4;
        }

        private static DoubleStream stream(float[] values) {
            return IntStream.range(0, values.length).mapToDouble(i -> values[i]);
        }
    }

    /** Reads the few; those that cannot be read are left out, since training and checks name them anyway. */
    static FaceSample of(FaceSet set) {
        int count = Math.min(MOST, set.size());
        var reader = new FaceReader(set, SIDE);
        return new FaceSample(IntStream.range(0, count)
                .map(i -> (int) ((long) i * set.size() / count))
                .mapToObj(i -> look(reader, i))
                .flatMap(Optional::stream)
                .toList());
    }

    private static Optional<Look> look(FaceReader reader, int index) {
        try (var pixels = reader.read(new int[] {index}, new boolean[1])) {
            return Optional.of(new Look(values(pixels.images()), values(pixels.masks())));
        } catch (UnreadablePicture e) {
            return Optional.empty();
        }
    }

    private static float[] values(TFloat32 tensor) {
        float[] values = new float[(int) tensor.size()];
        tensor.asRawTensor().data().asFloats().read(values);
        return values;
    }

    int size() {
        return faces.size();
    }

    /** The faces of which a number is at most another. */
    int count(ToDoubleFunction<Look> number, double most) {
        return (int) faces.stream()
                .filter(face -> number.applyAsDouble(face) <= most)
                .count();
    }

    /** How many of the images are unlike all before them. */
    int different() {
        List<Look> different = new ArrayList<>();
        for (var face : faces) {
            if (different.stream().noneMatch(before -> face.difference(before) < ALIKE)) {
                different.add(face);
            }
        }
        return different.size();
    }
}
