package reaging.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tensorflow.Operand;
import org.tensorflow.Session;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

class ProfilerTest {
    private static final int RUNS = 2;
    private static final long OF_CONVOLUTION = 2 * 6 * 6 * 3 * 3 * 4 * 5; // outputs [2, 6, 6, 5], kernel [3, 3, 4, 5]
    private static final long OF_PRODUCT = 7 * 8 * 9;

    private static Profile profile;

    /** A convolution with a bias, which oneDNN makes one op, and two matrix products of equal shapes. */
    @BeforeAll
    static void run() {
        try (var graph = Graphs.open()) {
            Ops tf = Ops.create(graph);
            var convolved = tf.nn.conv2d(noise(tf, 2, 6, 6, 4), noise(tf, 3, 3, 4, 5), List.of(1L, 1L, 1L, 1L), "SAME");
            var biased = tf.nn.biasAdd(convolved, noise(tf, 5));
            var product = tf.linalg.matMul(noise(tf, 7, 8), noise(tf, 8, 9));
            var other = tf.linalg.matMul(noise(tf, 7, 8), noise(tf, 8, 9));
            var profiler = new Profiler(graph);
            try (var session = new Session(graph)) {
                for (int i = 0; i < RUNS; i++) {
                    profiler.run(session.runner().fetch(biased).fetch(product).fetch(other))
                            .close();
                }
            }
            profile = profiler.profile(RUNS);
        }
    }

    /** Drawn anew in every run: nothing can be folded or shared. */
    private static Operand<TFloat32> noise(Ops tf, long... shape) {
        return tf.random.randomStandardNormal(tf.array(shape), TFloat32.class);
    }

    private static Stream<Profile.OpType> types(String part) {
        return profile.types().stream().filter(type -> type.type().contains(part));
    }

    @Test
    void opsOfATypeAreCountedByTheStep() {
        assertEquals(2, types("MatMul").mapToLong(Profile.OpType::count).sum());
        assertEquals(1, types("Conv2D").mapToLong(Profile.OpType::count).sum());
        assertEquals(
                profile.ops(),
                profile.types().stream().mapToLong(Profile.OpType::count).sum());
    }

    @Test
    void multiplyAddsAreThoseOfTheShapes() {
        assertEquals(
                2 * OF_PRODUCT,
                types("MatMul").mapToLong(Profile.OpType::multiplyAdds).sum());
        assertEquals(
                OF_CONVOLUTION,
                types("Conv2D").mapToLong(Profile.OpType::multiplyAdds).sum());
    }

    @Test
    void sharesAddUpAndTheLargestIsFirst() {
        assertEquals(
                1, profile.types().stream().mapToDouble(Profile.OpType::share).sum(), 1e-9);
        assertEquals(
                profile.selfSeconds(),
                profile.types().stream()
                        .mapToDouble(Profile.OpType::selfSeconds)
                        .sum(),
                1e-9);
        double before = Double.POSITIVE_INFINITY;
        for (var type : profile.types()) {
            assertTrue(type.selfSeconds() <= before, profile.toString());
            before = type.selfSeconds();
        }
    }
}
