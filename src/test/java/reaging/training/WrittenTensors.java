package reaging.training;

import io.jhdf.HdfFile;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Whole tensors in an HDF5 file that {@code parity.py} has just written.
 *
 * @param file is opened for each tensor
 */
record WrittenTensors(Path file) implements KerasTensors {
    @Override
    public Set<String> names() {
        Set<String> names = new LinkedHashSet<>();
        try (var hdf = new HdfFile(file)) {
            collect(hdf, names);
        }
        return names;
    }

    private static void collect(Group group, Set<String> names) {
        for (var node : group) {
            if (node instanceof Group inner) {
                collect(inner, names);
            } else {
                names.add(node.getPath().substring(1));
            }
        }
    }

    @Override
    public Difference difference(String name, float[] actual) {
        float[] expected;
        try (var hdf = new HdfFile(file)) {
            expected = values(hdf.getDatasetByPath(name));
        }
        if (expected.length != actual.length) {
            throw new AssertionError(name + " has " + actual.length + " values, Keras' " + expected.length);
        }
        double largest = 0;
        double difference = 0;
        double norm = 0;
        for (int i = 0; i < actual.length; i++) {
            double apart = (double) actual[i] - expected[i];
            // Not Math.max alone: NaN must not vanish.
            largest = Double.isNaN(apart) ? Double.POSITIVE_INFINITY : Math.max(largest, Math.abs(apart));
            difference += apart * apart;
            norm += (double) expected[i] * expected[i];
        }
        return new Difference(largest, Math.sqrt(difference / norm), Math.sqrt(norm));
    }

    private static float[] values(Dataset dataset) {
        return dataset.isScalar() ? new float[] {(float) dataset.getData()} : (float[]) dataset.getDataFlat();
    }
}
