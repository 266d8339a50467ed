package reaging.data;

import org.tensorflow.types.TFloat32;

/**
 * One batch for training; holds native memory until it is closed.
 *
 * @param step its number
 * @param pixels images and masks
 * @param ages in years, [N]
 * @param targets numbers of the target groups, [N]
 */
public record Batch(long step, Pixels pixels, double[] ages, int[] targets) implements AutoCloseable {

    /** The groups of the ages, one-hot [N, 10]; the caller closes it. */
    public TFloat32 groupsOneHot() {
        float[][] rows = new float[ages.length][AgeGroup.COUNT];
        for (int i = 0; i < ages.length; i++) {
            rows[i][AgeGroup.of(ages[i]).index()] = 1;
        }
        return tensor(rows);
    }

    /** The target groups, one-hot [N, 10]; the caller closes it. */
    public TFloat32 targetsOneHot() {
        float[][] rows = new float[targets.length][AgeGroup.COUNT];
        for (int i = 0; i < targets.length; i++) {
            rows[i][targets[i]] = 1;
        }
        return tensor(rows);
    }

    private static TFloat32 tensor(float[][] rows) {
        return TFloat32.tensorOf(org.tensorflow.ndarray.StdArrays.ndCopyOf(rows));
    }

    @Override
    public void close() {
        pixels.close();
    }
}
