package reaging.training;

import java.awt.image.BufferedImage;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.types.TFloat32;
import reaging.data.AgeGroup;
import reaging.data.Batch;
import reaging.data.FaceReader;
import reaging.data.FaceSet;
import reaging.data.Pixels;
import reaging.data.ReadableFaces;
import reaging.pictures.Pictures;

/** Draws the same faces at all ten ages with the averaged generator; it holds the faces until it is closed. */
final class SampleGrid implements AutoCloseable {
    private static final int FACES = 8;

    /** Desired side of a face on the screen in pixels. */
    private static final int SIDE_SHOWN = 128;

    private final int count;
    private final int[] groups; // the faces' own
    private final Pixels faces;

    /**
     * A sample of the averaged generator's output.
     *
     * @param picture a row for each face, the input in the first column, then the ten groups
     * @param cycle mean |x - G(G(x, y'), y)| over the faces and all groups y'
     */
    record Sample(BufferedImage picture, double cycle) {}

    /**
     * Chooses faces of many ages from a set that training does not see.
     *
     * @param notices receives a notice for each unreadable face
     */
    SampleGrid(FaceSet heldOut, int size, Consumer<String> notices) {
        int[] chosen = chosen(heldOut, size, notices);
        count = chosen.length;
        groups = Arrays.stream(chosen)
                .map(face -> AgeGroup.of(heldOut.age(face)).index())
                .toArray();
        faces = new FaceReader(heldOut, size).read(chosen, new boolean[count]);
    }

    private static int[] chosen(FaceSet set, int size, Consumer<String> notices) {
        var readable = new ReadableFaces(set, size, notices);
        int[] chosen = spread(set).stream()
                .mapToInt(Integer::intValue)
                .filter(readable::contains)
                .limit(FACES)
                .toArray();
        if (chosen.length == 0) {
            throw readable.nothingLeft();
        }
        return chosen;
    }

    /** Returns the first face of each group, from young to old, then the second of each, and so on. */
    private static List<Integer> spread(FaceSet set) {
        Map<AgeGroup, Deque<Integer>> left = new EnumMap<>(AgeGroup.class);
        for (int i = 0; i < set.size(); i++) {
            left.computeIfAbsent(AgeGroup.of(set.age(i)), group -> new ArrayDeque<>())
                    .add(i);
        }
        List<Integer> order = new ArrayList<>();
        while (order.size() < set.size()) {
            for (var faces : left.values()) {
                if (!faces.isEmpty()) {
                    order.add(faces.poll());
                }
            }
        }
        return order;
    }

    /** Returns the number of faces. */
    int count() {
        return count;
    }

    /** Re-ages the faces to all ages, and back to their own. */
    Sample draw(Session session, TrainingGraph.Sampling sampling) {
        double cycle = 0;
        List<String> titles = new ArrayList<>(List.of("input"));
        List<List<BufferedImage>> rows = new ArrayList<>();
        for (int face = 0; face < count; face++) {
            rows.add(new ArrayList<>(List.of(shown(faces.images(), face))));
        }
        for (var group : AgeGroup.values()) {
            titles.add(group.label());
            int[] targets = new int[count];
            Arrays.fill(targets, group.index());
            try (var there = reAged(session, sampling, faces.images(), targets);
                    var back = reAged(session, sampling, (TFloat32) there.get(0), groups)) {
                for (int face = 0; face < count; face++) {
                    rows.get(face).add(shown((TFloat32) there.get(0), face));
                }
                cycle += distance(faces.images(), (TFloat32) back.get(0)) / AgeGroup.COUNT;
            }
        }
        return new Sample(Pictures.grid(titles, rows), cycle);
    }

    private Result reAged(Session session, TrainingGraph.Sampling sampling, TFloat32 images, int[] targets) {
        try (var oneHot = Batch.oneHot(targets)) {
            return session.runner()
                    .feed(sampling.images(), images)
                    .feed(sampling.masks(), faces.masks())
                    .feed(sampling.groups(), oneHot)
                    .fetch(sampling.reAged())
                    .run();
        }
    }

    /** Returns the mean absolute difference. */
    private static double distance(TFloat32 one, TFloat32 other) {
        float[] first = values(one);
        float[] second = values(other);
        double sum = 0;
        for (int i = 0; i < first.length; i++) {
            sum += Math.abs(first[i] - second[i]);
        }
        return sum / first.length;
    }

    private static float[] values(TFloat32 tensor) {
        float[] values = new float[(int) tensor.size()];
        tensor.asRawTensor().data().asFloats().read(values);
        return values;
    }

    private static BufferedImage shown(TFloat32 images, int face) {
        var picture = Pictures.of(images.get(face));
        return Pictures.magnified(picture, Math.max(1, SIDE_SHOWN / picture.getWidth()));
    }

    @Override
    public void close() {
        faces.close();
    }
}
