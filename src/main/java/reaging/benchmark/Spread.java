package reaging.benchmark;

import java.util.Arrays;

/** The median and range of several measurements; of an even number, the median is the upper one of the two in the middle. */
public record Spread(double median, double min, double max) {

    /** Summarizes one or more values. */
    public static Spread of(double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return new Spread(sorted[sorted.length / 2], sorted[0], sorted[sorted.length - 1]);
    }
}
