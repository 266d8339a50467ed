package reaging.evaluation.scenes;

import java.awt.image.BufferedImage;
import java.util.List;
import reaging.data.FivePoints.Point;
import reaging.faces.Region;

/** The changes that re-aging makes to the pixels of scenes, summed over all scenes. */
public final class Changes {
    /** Width of the border in which a pasted crop fades, as a fraction of its side. */
    private static final double BORDER = .15;

    private long outside; // changed pixels outside all crops
    private final Mean output = new Mean();
    private final Mean input = new Mean();
    private final Mean background = new Mean();
    private final Mean borderBefore = new Mean();
    private final Mean borderAfter = new Mean();

    private static final class Mean {
        private double sum;
        private long count;

        void add(double value) {
            sum += value;
            count++;
        }

        /** Returns the mean; NaN if nothing was added. */
        double value() {
            return sum / count;
        }
    }

    /**
     * The mean changes.
     *
     * @param outside number of changed pixels outside all crops
     * @param output mean absolute difference of re-aged people from their true drawings in 1/255; NaN for real people
     * @param input mean absolute difference of the unchanged people from the true drawings in 1/255; NaN for real people
     * @param background mean absolute change of the background within crops in 1/255; NaN for real people
     * @param borderBefore mean gradient in the borders of the crops before re-aging, in 1/255 per pixel
     * @param borderAfter mean gradient in the borders of the crops after re-aging, in 1/255 per pixel
     */
    public record Means(
            long outside, double output, double input, double background, double borderBefore, double borderAfter) {}

    /**
     * Adds a scene.
     *
     * @param crops the pasted crops
     */
    void add(BufferedImage before, BufferedImage after, List<Region> crops) {
        for (int y = 0; y + 1 < before.getHeight(); y++) {
            for (int x = 0; x + 1 < before.getWidth(); x++) {
                double depth = depth(x, y, crops);
                if (depth < 0) {
                    outside += before.getRGB(x, y) == after.getRGB(x, y) ? 0 : 1;
                } else if (depth < BORDER) {
                    borderBefore.add(gradient(before, x, y));
                    borderAfter.add(gradient(after, x, y));
                }
            }
        }
    }

    /** Adds the measurements that need drawn people. */
    void addTruth(
            BufferedImage before, BufferedImage after, BufferedImage truth, BufferedImage mask, List<Region> crops) {
        for (int y = 0; y < before.getHeight(); y++) {
            for (int x = 0; x < before.getWidth(); x++) {
                if ((mask.getRGB(x, y) & 0xff) > 0) {
                    output.add(difference(after.getRGB(x, y), truth.getRGB(x, y)));
                    input.add(difference(before.getRGB(x, y), truth.getRGB(x, y)));
                } else if (depth(x, y, crops) >= 0) {
                    background.add(difference(after.getRGB(x, y), before.getRGB(x, y)));
                }
            }
        }
    }

    /** Returns how far a pixel lies inside a crop, as a fraction of its side; negative: in none. */
    private static double depth(int x, int y, List<Region> crops) {
        double depth = -1;
        for (var crop : crops) {
            var place = crop.fromPhoto(new Point(x + .5, y + .5));
            depth = Math.max(depth, Math.min(Math.min(place.x(), 1 - place.x()), Math.min(place.y(), 1 - place.y())));
        }
        return depth;
    }

    /** Returns the gradient towards the right and the bottom. */
    private static double gradient(BufferedImage picture, int x, int y) {
        int here = picture.getRGB(x, y);
        return (difference(here, picture.getRGB(x + 1, y)) + difference(here, picture.getRGB(x, y + 1))) / 2;
    }

    /** Returns the mean over the channels in 1/255. */
    private static double difference(int a, int b) {
        int sum = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            sum += Math.abs((a >> shift & 0xff) - (b >> shift & 0xff));
        }
        return sum / 3.0;
    }

    Means means() {
        return new Means(
                outside, output.value(), input.value(), background.value(), borderBefore.value(), borderAfter.value());
    }
}
