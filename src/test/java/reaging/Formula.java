package reaging;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

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

    /** Values made of u, which is uniform in [-1, 1), in row-major order. */
    public static float[] values(String name, long size, DoubleUnaryOperator formula) {
        long seed = seed(name);
        float[] values = new float[Math.toIntExact(size)];
        for (int i = 0; i < values.length; i++) {
            double u = (number(seed, i) >>> 40) * 0x1p-23 - 1;
            values[i] = (float) formula.applyAsDouble(u);
        }
        return values;
    }

    /** Of either sign, {@code distance} to distance + 0.5 away from 0. */
    public static double away(double u, double distance) {
        return u / 2 + Math.copySign(distance, u);
    }

    /** Values of a variable. */
    public static float[] weight(String name, long... shape) {
        long size = Arrays.stream(shape).reduce(1, (a, b) -> a * b);
        if (name.endsWith("/dense/bias")) { // gain and bias of a norm
            float[] values = values(name, size, u -> 0.1 * u);
            float[] biases = values(name, size, u -> away(u, 3.5));
            int half = values.length / 2;
            System.arraycopy(biases, half, values, half, half);
            return values;
        }
        return values(name, size, formula(name, shape));
    }

    private static DoubleUnaryOperator formula(String name, long... shape) {
        var kind = name.substring(name.lastIndexOf('/') + 1);
        boolean shift = name.startsWith("discriminator/") && !name.contains("/branches/");
        return switch (kind) {
            case "kernel" -> {
                double bound = damping(name) * Math.sqrt(6.0 / fanIn(shape));
                yield u -> bound * u;
            }
            case "beta" -> u -> away(u, 3.5);
            case "bias" -> shift ? u -> away(u, 3.5) : u -> 0.1 * u;
            case "gamma" -> u -> 1 + 0.1 * u;
            case "moving_variance" -> u -> 1 + 0.5 * u;
            case "v" -> {
                double square = name.contains("/discriminator/") ? 1e-5 : 1e-9;
                yield u -> square * (1 + 0.5 * u);
            }
            case "moving_mean", "m" -> u -> 0.1 * u;
            default -> throw new IllegalArgumentException("no formula for " + name);
        };
    }

    private static double damping(String kernel) {
        if (kernel.contains("/dense/")) {
            return 0.3;
        }
        return kernel.contains("/branches/") ? 0.2 : kernel.contains("/to_rgb/") ? 0.05 : 1;
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
