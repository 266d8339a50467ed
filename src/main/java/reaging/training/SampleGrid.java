package reaging.training;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Session;
import org.tensorflow.ndarray.StdArrays;
import org.tensorflow.types.TFloat32;
import reaging.data.AgeGroup;
import reaging.data.FaceReader;
import reaging.data.FaceSet;
import reaging.data.Pictures;
import reaging.data.Pixels;

/** The same faces at all ten ages, drawn by the averaged generator; holds the faces until it is closed. */
final class SampleGrid implements AutoCloseable {
    private static final int FACES = 8;

    /** Pixels that a face should have on the screen. */
    private static final int SIDE_SHOWN = 128;

    private final int count;
    private final Pixels faces;

    /** Faces of many ages from a set that training does not see. */
    SampleGrid(FaceSet heldOut, int size) {
        int[] chosen = spread(heldOut);
        count = chosen.length;
        try (var reader = new FaceReader(heldOut, size, count)) {
            faces = reader.read(chosen, new boolean[count]);
        }
    }

    /** The first face of each group, from young to old, then the second of each, and so on. */
    private static int[] spread(FaceSet set) {
        List<Integer> left = new ArrayList<>();
        for (int i = 0; i < set.size(); i++) {
            left.add(i);
        }
        List<Integer> chosen = new ArrayList<>();
        while (chosen.size() < Math.min(FACES, set.size())) {
            for (var group : AgeGroup.values()) {
                left.stream()
                        .filter(i -> AgeGroup.of(set.age(i)) == group)
                        .findFirst()
                        .ifPresent(i -> {
                            left.remove(i);
                            chosen.add(i);
                        });
            }
        }
        return chosen.stream().mapToInt(Integer::intValue).limit(FACES).toArray();
    }

    /** Draws the grid: a row for each face, the input in the first column, then the ten groups. */
    BufferedImage draw(Session session, TrainingGraph.Sampling sampling) {
        List<String> titles = new ArrayList<>(List.of("input"));
        List<List<BufferedImage>> rows = new ArrayList<>();
        for (int face = 0; face < count; face++) {
            rows.add(new ArrayList<>(List.of(shown(faces.images(), face))));
        }
        for (var group : AgeGroup.values()) {
            titles.add(group.label());
            try (var groups = oneHot(group);
                    var result = session.runner()
                            .feed(sampling.images(), faces.images())
                            .feed(sampling.masks(), faces.masks())
                            .feed(sampling.groups(), groups)
                            .fetch(sampling.reAged())
                            .run()) {
                for (int face = 0; face < count; face++) {
                    rows.get(face).add(shown((TFloat32) result.get(0), face));
                }
            }
        }
        return Pictures.grid(titles, rows);
    }

    private static BufferedImage shown(TFloat32 images, int face) {
        var picture = Pictures.of(images.get(face));
        return Pictures.magnified(picture, Math.max(1, SIDE_SHOWN / picture.getWidth()));
    }

    private TFloat32 oneHot(AgeGroup group) {
        float[][] rows = new float[count][AgeGroup.COUNT];
        for (float[] row : rows) {
            row[group.index()] = 1;
        }
        return TFloat32.tensorOf(StdArrays.ndCopyOf(rows));
    }

    @Override
    public void close() {
        faces.close();
    }
}
