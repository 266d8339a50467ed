package reaging.data;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Draws batches: a uniformly random group, then a face of the group, so that rare ages are seen as often as common ones (StarGAN
 * v2's balanced sampling); a uniformly random target group; and a mirror image half of the time. A batch depends only on the seed
 * and its number.
 */
public final class Sampler {
    private final List<List<Integer>> groups; // indices of faces by group, without empty groups
    private final FaceSet faces;
    private final int batch;
    private final long seed;
    private final Targets targets;

    /**
     * The content of a batch.
     *
     * @param faces numbers of the faces in the set, [N]
     * @param flips whether each is mirrored, [N]
     * @param targets numbers of the target groups, [N]
     */
    public record Draw(int[] faces, boolean[] flips, int[] targets) {}

    public Sampler(FaceSet faces, int batch, long seed) {
        this(faces, batch, seed, Targets.ALL);
    }

    public Sampler(FaceSet faces, int batch, long seed, Targets targets) {
        Map<AgeGroup, List<Integer>> byGroup = new EnumMap<>(AgeGroup.class);
        for (int i = 0; i < faces.size(); i++) {
            byGroup.computeIfAbsent(AgeGroup.of(faces.age(i)), group -> new ArrayList<>())
                    .add(i);
        }
        groups = List.copyOf(byGroup.values());
        this.faces = faces;
        this.batch = batch;
        this.seed = seed;
        this.targets = targets;
    }

    /** Returns the faces that it draws from. */
    FaceSet faces() {
        return faces;
    }

    /** Returns the number of faces per batch, N. */
    int batch() {
        return batch;
    }

    /** Draws the batch with the number {@code step}. */
    public Draw draw(long step) {
        var random = random(step, 0);
        int[] drawn = new int[batch];
        boolean[] flips = new boolean[batch];
        int[] drawnTargets = new int[batch];
        for (int i = 0; i < batch; i++) {
            drawn[i] = face(random);
            flips[i] = random.nextBoolean();
            drawnTargets[i] = target(random, drawn[i]);
        }
        return new Draw(drawn, flips, drawnTargets);
    }

    private int target(SplittableRandom random, int face) {
        return switch (targets) {
            case ALL -> random.nextInt(AgeGroup.COUNT);
            case OTHERS -> {
                int others = random.nextInt(1, AgeGroup.COUNT);
                yield (AgeGroup.of(faces.age(face)).index() + others) % AgeGroup.COUNT;
            }
        };
    }

    /** Draws a replacement for an unreadable face at one place in a batch; attempts count from 1. */
    int replacement(long step, int place, int attempt) {
        return face(random(step, 1 + (long) attempt * batch + place));
    }

    private int face(SplittableRandom random) {
        var group = groups.get(random.nextInt(groups.size()));
        return group.get(random.nextInt(group.size()));
    }

    private SplittableRandom random(long step, long purpose) {
        // SplittableRandom mixes its seed well; the large odd factors separate neighbouring seeds.
        return new SplittableRandom(
                seed * 0x9E3779B97F4A7C15L + step * 0xBF58476D1CE4E5B9L + purpose * 0x94D049BB133111EBL);
    }
}
