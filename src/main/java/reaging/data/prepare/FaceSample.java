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
 * A small sample of reduced faces, evenly spread over a set, to detect problems that affect all of them.
 *
 * @param faces the readable faces of the sample
 */
record FaceSample(List<Look> faces) {
    private static final int MOST = 32;
    private static final int SIDE = 16;

    /** Two images with a smaller mean difference, out of 2, count as the same. */
    private static final double ALIKE = 0.01;

    /**
     * A reduced face.
     *
     * @param image image in [-1, 1], [16, 16, 3] flattened
     * @param mask mask in [0, 1], [16, 16] flattened
     */
    record Look(float[] image, float[] mask) {
        double difference(Look other) {
            return IntStream.range(0, image.length)
                    .mapToDouble(i -> Math.abs(image[i] - other.image[i]))
                    .average()
                    .orElse(0);
        }

        /** Returns the difference between the lightest and the darkest value. */
        double contrast() {
            return stream(image).max().orElse(0) - stream(image).min().orElse(0);
        }

        double brightestOfMask() {
            return stream(mask).max().orElse(0);
        }

        double darkestOfMask() {
            return stream(mask).min().orElse(0);
        }

        /** Returns how much more of the mask's centre, where faces are, is face than of its surroundings. */
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

    /** Reads the sample; unreadable faces are left out, since training and checks report them anyway. */
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

    /** Counts the faces with a value of at most a limit. */
    int count(ToDoubleFunction<Look> number, double most) {
        return (int) faces.stream()
                .filter(face -> number.applyAsDouble(face) <= most)
                .count();
    }

    /** Counts the images that differ from all before them. */
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
