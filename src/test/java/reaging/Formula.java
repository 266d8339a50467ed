package reaging;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Tensors that Java and Python make alike, each from its name: {@code src/test/python/parity.py} has the same formulas and
 * says what they are.
 */
public final class Formula {
    private Formula() {}

    /** Number i of SplitMix64 (Steele, Lea, Flood 2014) with that seed. */
    private static long number(long seed, long i) {
        long z = seed + (i + 1) * 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** FNV-1a. */
    private static long seed(String name) {
        long hash = 0xCBF29CE484222325L;
        for (byte each : name.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (each & 0xff)) * 0x100000001B3L;
        }
        return hash;
    }

    /** The first numbers of a name. */
    public static long[] numbers(String name, int size) {
        long seed = seed(name);
        long[] numbers = new long[size];
        for (int i = 0; i < size; i++) {
            numbers[i] = number(seed, i);
        }
        return numbers;
    }

    /** What a value is made of. */
    @FunctionalInterface
    public interface Value {
        /**
         * Value {@code i}, in row-major order.
         *
         * @param u uniform in [-1, 1)
         */
        double at(int i, double u);
    }

    private static double uniform(long seed, long i) {
        return (number(seed, i) >>> 40) * 0x1p-23 - 1; // in [-1, 1)
    }

    /** Values in row-major order. */
    public static float[] values(String name, long size, Value value) {
        long seed = seed(name);
        float[] values = new float[Math.toIntExact(size)];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) value.at(i, uniform(seed, i));
        }
        return values;
    }

    /** Values of a variable. */
    public static float[] weight(String name, long... shape) {
        long size = Arrays.stream(shape).reduce(1, (a, b) -> a * b);
        var kind = name.substring(name.lastIndexOf('/') + 1);
        return values(
                name,
                size,
                switch (kind) {
                    case "kernel" -> kernel(name, shape);
                    case "bias" -> bias(name, size);
                    case "beta" -> Formula::shift;
                    case "gamma" -> (i, u) -> 1 + 0.1 * u;
                    case "moving_variance" -> (i, u) -> 1 + 0.5 * u;
                    case "v" -> secondMoment(name);
                    case "moving_mean", "m" -> (i, u) -> 0.1 * u;
                    default -> throw new IllegalArgumentException("no formula for " + name);
                });
    }

    private static Value kernel(String name, long... shape) {
        double bound = damping(name) * Math.sqrt(6.0 / fanIn(shape));
        int outputs = (int) shape[shape.length - 1];
        long inputs = shape[shape.length - 2];
        if (!name.startsWith("discriminator/") || inputs % 2 == 1) {
            return (i, u) -> bound * u;
        }
        long seed = seed(name);
        return (i, u) -> i / outputs % 2 == 0 ? bound * u : -bound * uniform(seed, i - outputs);
    }

    private static Value bias(String name, long size) {
        if (name.endsWith("/dense/bias")) { // gain and bias of a norm
            return (i, u) -> i < size / 2 ? 0.1 * u : shift(i, u);
        }
        boolean shifts = name.startsWith("discriminator/") && !name.contains("/branches/");
        return shifts ? Formula::shift : (i, u) -> 0.1 * u;
    }

    private static Value secondMoment(String name) {
        double square = name.contains("/discriminator/") ? 1e-5 : 1e-9;
        return (i, u) -> square * (1 + 0.5 * u);
    }

    /** 5.5 to 6 away from 0, two to one side, two to the other. */
    private static double shift(int i, double u) {
        double distance = 5.5 + Math.abs(u) / 2;
        return i / 2 % 2 == 0 ? distance : -distance;
    }

    private static double damping(String kernel) {
        if (kernel.contains("/dense/")) {
            return 0.05;
        } else if (kernel.contains("/to_rgb/")) {
            return 0.04;
        }
        return kernel.startsWith("discriminator/") ? 0.7 : 1;
    }

    private static double fanIn(long... shape) {
        double fanIn = 1;
        for (int i = 0; i < shape.length - 1; i++) {
            fanIn *= shape[i];
        }
        return fanIn;
    }

    /** A group for each of so many images, one-hot rows. */
    public static float[] oneHot(String name, int count, int groups) {
        float[] rows = new float[count * groups];
        long[] numbers = numbers(name, count);
        for (int i = 0; i < count; i++) {
            rows[i * groups + (int) ((numbers[i] >>> 40) % groups)] = 1;
        }
        return rows;
    }
}
