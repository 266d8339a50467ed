package reaging.benchmark;

import java.util.Arrays;

/** Where several measurements of one thing lie; with an even number of them the median is the upper of the two in the middle. */
public record Spread(double median, double min, double max) {

    /** Where these values lie, one or more. */
    public static Spread of(double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return new Spread(sorted[sorted.length / 2], sorted[0], sorted[sorted.length - 1]);
    }
}
