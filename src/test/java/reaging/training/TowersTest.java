package reaging.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static reaging.Tensors.assertClose;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tensorflow.ndarray.FloatNdArray;
import org.tensorflow.op.Ops;
import reaging.TestGraph;
import reaging.data.synthetic.SyntheticFaceSet;
import reaging.data.synthetic.SyntheticFaces;
import reaging.losses.FaceDescriptor;
import reaging.run.Checkpoints;
import reaging.run.Metrics;
import reaging.run.RunConfig;
import reaging.run.TrainingConfig;
import reaging.runtime.Computing;
import reaging.runtime.Device;
import reaging.runtime.Devices;
import reaging.runtime.Reproducibility;

@Tag("slow")
class TowersTest {
    private static final int STEPS = 20;
    private static final RunConfig CONFIG =
            TinyTraining.run(TrainingConfig.QUICK.withBatch(4).withMicroBatch(2));

    @TempDir
    private Path folder;

    /** What some steps measured, and the checkpoint after them. */
    private record Trained(List<Metrics> metrics, Checkpoints.Checkpoint checkpoint) {}

    private Trained train(RunConfig config, Devices devices, String name) throws IOException {
        return train(config, devices, name, STEPS);
    }

    private Trained train(RunConfig config, Devices devices, String name, int steps) throws IOException {
        var faces = new SyntheticFaceSet(new SyntheticFaces(10, 3, 32));
        List<Metrics> metrics = new ArrayList<>();
        try (var training = TrainingSession.begun(config, devices, FaceDescriptor.NONE);
                var batches = training.batches(faces, notice -> {})) {
            for (int i = 0; i < steps; i++) {
                metrics.add(training.step(batches));
            }
            var checkpoints = new Checkpoints(Files.createDirectories(folder.resolve(name)));
            training.save(checkpoints);
            return new Trained(metrics, checkpoints.latest().orElseThrow());
        }
    }

    @Test
    void twoDevicesTrainAsOneDoesOnAsManyMicroBatches() throws IOException {
        var one = train(CONFIG, Devices.of(Device.CPU), "one");
        var two = train(CONFIG, Devices.local(List.of("cpu:0", "cpu:1")), "two");
        for (int i = 0; i < STEPS; i++) {
            assertSimilar(one.metrics().get(i), two.metrics().get(i), i);
        }
        var expected = values(one.checkpoint());
        var actual = values(two.checkpoint());
        assertEquals(expected.keySet(), actual.keySet());
        expected.forEach((name, value) -> assertClose(value, actual.get(name), 1e-3));
    }

    @Test
    void threeDevicesGiveTheBitsOfOneWhereBitsArePromised() throws IOException {
        var config = CONFIG.withTraining(TrainingConfig.QUICK
                .withBatch(3)
                .withMicroBatch(1)
                .withComputing(Computing.USUAL.withReproducibility(Reproducibility.DETERMINISTIC)));
        var one = train(config, Devices.of(Device.CPU), "one", 3);
        var three = train(config, Devices.local(List.of("cpu:0", "cpu:1", "cpu:2")), "three", 3);
        assertEquals(one.metrics(), three.metrics());
        var expected = values(one.checkpoint());
        var actual = values(three.checkpoint());
        expected.forEach((name, value) -> assertClose(value, actual.get(name), 0));
    }

    private static Map<String, FloatNdArray> values(Checkpoints.Checkpoint checkpoint) {
        Map<String, FloatNdArray> values = new LinkedHashMap<>();
        try (var variables = RunVariables.of(CONFIG, checkpoint)) {
            var tf = Ops.create(variables.graph());
            var weights = variables.all().stream()
                    .filter(variable -> !variable.name().startsWith("adam/"))
                    .toList();
            var read = weights.stream().map(variable -> variable.read(tf)).toList();
            var fetched = TestGraph.fetchAll(variables.session().runner(), read);
            for (int i = 0; i < weights.size(); i++) {
                values.put(weights.get(i).name(), fetched.get(i));
            }
        }
        return values;
    }

    private static void assertSimilar(Metrics one, Metrics other, int step) {
        assertEquals(one.real(), other.real(), 1e-3, "real at step " + step);
        assertEquals(one.fake(), other.fake(), 1e-3, "fake at step " + step);
        assertEquals(one.r1(), other.r1(), 1e-3 * (1 + one.r1()), "r1 at step " + step);
        assertEquals(one.adversarial(), other.adversarial(), 1e-3, "adversarial at step " + step);
        assertEquals(one.reconstruction(), other.reconstruction(), 1e-4, "reconstruction at step " + step);
        assertEquals(one.cycle(), other.cycle(), 1e-4, "cycle at step " + step);
    }

    @Test
    void deviceWithoutAMicroBatchIsRefused() {
        var refused = assertThrows(
                IllegalArgumentException.class,
                () -> train(CONFIG, Devices.local(List.of("cpu:0", "cpu:1", "cpu:2")), "three"));
        assertEquals(
                "each of 3 devices must have a micro-batch of a step but a step has 2 (batch 4, micro-batch 2); name fewer"
                        + " devices, or start a new run with a smaller micro-batch",
                refused.getMessage());
    }

    @Test
    void devicesAreNamedOnceAndAsTensorFlowCountsThem() {
        assertEquals(
                List.of("/device:GPU:0", "/device:GPU:1"),
                Devices.local(List.of("gpu:0", "GPU:1")).several());
        assertEquals(2, Devices.local(List.of("cpu:0", "cpu:1")).virtualCpus());
        assertThrows(IllegalArgumentException.class, () -> Devices.local(List.of("cpu:0", "cpu:0")));
        var refused = assertThrows(IllegalArgumentException.class, () -> Devices.local(List.of("tpu:0")));
        assertEquals("a device must be cpu:N or gpu:N but is tpu:0; try cpu:0", refused.getMessage());
    }
}
