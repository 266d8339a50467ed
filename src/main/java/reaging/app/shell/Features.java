package reaging.app.shell;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.tensorflow.ndarray.FloatNdArray;

/**
 * Values that a network computed, copied out of TensorFlow, so nothing has to be closed.
 *
 * @param title description of the values
 * @param values values of any shape, for example [16, 16, C] or [d]
 */
public record Features(String title, FloatNdArray values) implements Picture {
    private static final int VALUES_SHOWN = 3;
    private static final int CHANNELS_SHOWN = 9;

    /** Returns the values in one array, channels varying fastest. */
    public double[] toArray() {
        List<Double> all = new ArrayList<>();
        values.scalars().forEach(scalar -> all.add((double) scalar.getFloat()));
        return all.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** Returns a channel of [H, W, C] as [H][W]. */
    private double[][] channel(int channel) {
        double[][] map = new double[length(0)][length(1)];
        for (int y = 0; y < map.length; y++) {
            for (int x = 0; x < map[y].length; x++) {
                map[y][x] = values.getFloat(y, x, channel);
            }
        }
        return map;
    }

    private double[][] strength() {
        double[][] mean = new double[length(0)][length(1)];
        for (int channel = 0; channel < length(2); channel++) {
            double[][] map = channel(channel);
            for (int y = 0; y < mean.length; y++) {
                for (int x = 0; x < mean[y].length; x++) {
                    mean[y][x] += Math.abs(map[y][x]) / length(2);
                }
            }
        }
        return mean;
    }

    private int length(int dimension) {
        return (int) values.shape().get(dimension);
    }

    /**
     * Draws the mean magnitude over all channels, then the channels that vary most across the image.
     *
     * @throws IllegalArgumentException if the values are not [H, W, C]
     */
    public Gallery heat() {
        if (values.rank() != 3) {
            throw new IllegalArgumentException("a heat map needs features of shape [H, W, C] but these are "
                    + values.shape() + "; show(it) draws a vector");
        }
        List<String> columns = new ArrayList<>(List.of("mean |x|"));
        List<BufferedImage> row = new ArrayList<>(List.of(HeatColours.draw(strength())));
        IntStream.range(0, length(2))
                .boxed()
                .sorted(Comparator.comparingDouble(channel -> -deviation(channel(channel))))
                .limit(CHANNELS_SHOWN)
                .forEach(channel -> {
                    columns.add("channel " + channel);
                    row.add(HeatColours.draw(channel(channel)));
                });
        return new Gallery(title, columns, List.of(row));
    }

    private static double deviation(double[][] map) {
        var values = DoubleStream.of(
                java.util.Arrays.stream(map).flatMapToDouble(DoubleStream::of).toArray());
        var list = values.boxed().toList();
        double mean = list.stream().mapToDouble(Double::doubleValue).average().orElse(0);
        return Math.sqrt(list.stream()
                .mapToDouble(value -> (value - mean) * (value - mean))
                .average()
                .orElse(0));
    }

    @Override
    public BufferedImage image() {
        return values.rank() == 3
                ? heat().image()
                : new Plot(title).line("value", toArray()).image();
    }

    /** Returns the shape, the range and the first values. */
    @Override
    public String toString() {
        double[] all = toArray();
        var statistics = DoubleStream.of(all).summaryStatistics();
        var first = DoubleStream.of(all)
                .limit(VALUES_SHOWN)
                .mapToObj(value -> String.format(Locale.ROOT, "%.3f", value))
                .collect(Collectors.joining(", "));
        return String.format(
                Locale.ROOT,
                "float32 %s, %.2f to %.2f, mean %.2f: %s%s",
                values.shape(),
                statistics.getMin(),
                statistics.getMax(),
                statistics.getAverage(),
                first,
                all.length > VALUES_SHOWN ? ", ..." : "");
    }
}
