package reaging.data;

import java.util.Arrays;
import org.tensorflow.ndarray.StdArrays;
import org.tensorflow.types.TFloat32;

/**
 * A batch for training; it holds native memory until it is closed.
 *
 * @param step number of the batch
 * @param pixels images and masks
 * @param ages ages in years, [N]
 * @param targets numbers of the target groups, [N]
 */
public record Batch(long step, Pixels pixels, double[] ages, int[] targets) implements AutoCloseable {

    /** Returns the groups of the ages, one-hot [N, 10]; the caller closes the tensor. */
    public TFloat32 groupsOneHot() {
        return oneHot(
                Arrays.stream(ages).mapToInt(age -> AgeGroup.of(age).index()).toArray());
    }

    /** Returns the target groups, one-hot [N, 10]; the caller closes the tensor. */
    public TFloat32 targetsOneHot() {
        return oneHot(targets);
    }

    /**
     * Converts groups to a tensor, which the caller closes.
     *
     * @param groups numbers of groups, [N]
     * @return one-hot [N, 10]
     */
    public static TFloat32 oneHot(int... groups) {
        float[][] rows = new float[groups.length][AgeGroup.COUNT];
        for (int i = 0; i < groups.length; i++) {
            rows[i][groups[i]] = 1;
        }
        return TFloat32.tensorOf(StdArrays.ndCopyOf(rows));
    }

    @Override
    public void close() {
        pixels.close();
    }
}
