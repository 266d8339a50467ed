package reaging.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reaging.Python;

/** PyTorch and Keras are one model: passes, losses, gradients and a step, from equal weights and inputs. */
@Tag("slow")
class PyTorchParityTest {
    // Gradients of some kernels are sums that nearly cancel.
    private static final Map<String, Double> BOUNDS = Map.of(
            "logits", 1e-4,
            "inference", 1e-4,
            "training", 1e-4,
            "losses", 1e-3,
            "generator gradients", 2e-3,
            "discriminator gradients", 1e-3,
            "variables", 1e-5);

    @ParameterizedTest
    @ValueSource(strings = {"tiny-32", "tiny-32-bilinear", "tiny-32-attention"})
    void bothComputeTheSame(String model) {
        Python.require("torch", ".venv/bin/pip install -r notebooks/requirements-pytorch.txt");
        var output = Python.run(Duration.ofMinutes(5), Path.of("src/test/python/pytorch_parity.py"), model);
        var apart = JsonParser.parseString(output).getAsJsonObject();
        assertEquals(Set.copyOf(BOUNDS.keySet()), Set.copyOf(apart.keySet()));
        BOUNDS.forEach((kind, bound) ->
                assertTrue(apart.get(kind).getAsDouble() < bound, () -> kind + " too far apart: " + apart));
    }
}
