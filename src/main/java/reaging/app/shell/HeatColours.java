package reaging.app.shell;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

/** Draws numbers as colours, from dark violet for the lowest to yellow for the highest. */
final class HeatColours {
    /** Five points of matplotlib's "viridis" (Smith and van der Walt 2015), whose brightness grows with the number. */
    private static final List<Color> POINTS = List.of(
            new Color(68, 1, 84),
            new Color(59, 82, 139),
            new Color(33, 145, 140),
            new Color(94, 201, 98),
            new Color(253, 231, 37));

    private HeatColours() {}

    /** Draws a pixel for each number of [H][W]. */
    static BufferedImage draw(double[][] map) {
        var range = Arrays.stream(map).flatMapToDouble(DoubleStream::of).summaryStatistics();
        double width = Math.max(range.getMax() - range.getMin(), Double.MIN_NORMAL);
        var image = new BufferedImage(map[0].length, map.length, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < map.length; y++) {
            for (int x = 0; x < map[y].length; x++) {
                image.setRGB(x, y, colour((map[y][x] - range.getMin()) / width));
            }
        }
        return image;
    }

    /** Returns the colour of a number in [0, 1]. */
    private static int colour(double value) {
        double place = value * (POINTS.size() - 1);
        int below = (int) Math.min(place, POINTS.size() - 2);
        double part = place - below;
        var from = POINTS.get(below);
        var to = POINTS.get(below + 1);
        return mix(from.getRed(), to.getRed(), part) << 16
                | mix(from.getGreen(), to.getGreen(), part) << 8
                | mix(from.getBlue(), to.getBlue(), part);
    }

    private static int mix(int from, int to, double part) {
        return (int) Math.round(from + part * (to - from));
    }
}
