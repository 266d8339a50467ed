package reaging.evaluation.scenes;

import java.awt.Color;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.function.Function;
import reaging.data.FivePoints.Point;
import reaging.data.synthetic.drawing.DrawnBackground;
import reaging.data.synthetic.person.SyntheticScene;
import reaging.faces.Region;

/**
 * A scene with portraits of several sizes and angles on a drawn wall.
 *
 * @param wall background
 * @param portraits portraits, which do not touch each other
 */
record Scene(BufferedImage wall, List<Placed> portraits) {
    private static final int WIDTH = 1600;
    private static final int HEIGHT = 1200;

    /** Widths of faces as fractions of the longer side, used by scenes in turn. */
    private static final List<List<Double>> SHARES = List.of(
            List.of(.20, .10, .10, .07, .05, .05, .035),
            List.of(.15, .15, .10, .07, .07, .05, .05, .035),
            List.of(.15, .10, .10, .10, .07, .05, .05, .05, .035));

    private static final double MOST_ANGLE = Math.toRadians(30);
    private static final int TRIES = 400;

    /**
     * Composes a scene.
     *
     * @param number number of the scene, which determines the sizes
     * @param next returns the next portrait
     */
    static Scene compose(int number, SplittableRandom random, Function<SplittableRandom, Portrait> next) {
        List<Placed> placed = new ArrayList<>();
        List<Rectangle> taken = new ArrayList<>();
        for (double share : SHARES.get(number % SHARES.size())) {
            var portrait = next.apply(random);
            double angle = random.nextInt(3) == 0 ? 0 : random.nextDouble(-MOST_ANGLE, MOST_ANGLE);
            place(share * WIDTH / portrait.faceWidth(), angle, taken, random)
                    .ifPresent(region -> placed.add(new Placed(portrait, share, region)));
        }
        return new Scene(wall(random), placed);
    }

    /** Finds a free place; empty if none is found soon. */
    private static Optional<Region> place(double side, double angle, List<Rectangle> taken, SplittableRandom random) {
        double reach = side * (Math.abs(Math.cos(angle)) + Math.abs(Math.sin(angle))) / 2 + 1;
        for (int i = 0; i < TRIES && 2 * reach < HEIGHT; i++) {
            var middle = new Point(random.nextDouble(reach, WIDTH - reach), random.nextDouble(reach, HEIGHT - reach));
            var region = new Region(middle, side, angle);
            var bounds = region.bounds(WIDTH, HEIGHT);
            if (taken.stream().noneMatch(bounds::intersects)) {
                taken.add(bounds);
                return Optional.of(region);
            }
        }
        return Optional.empty();
    }

    /** Draws the upper part of a person's background, without the shoulders. */
    private static BufferedImage wall(SplittableRandom random) {
        return DrawnBackground.draw(SyntheticScene.of(random.nextLong()), WIDTH).getSubimage(0, 0, WIDTH, HEIGHT);
    }

    /** Draws everyone at their own age. */
    BufferedImage picture() {
        return drawn(wall, placed -> placed.portrait().picture(OptionalDouble.empty(), placed.side()));
    }

    /** Draws everyone at an age in years, the output of a perfect model. */
    BufferedImage pictureAt(double age) {
        return drawn(wall, placed -> placed.portrait().picture(OptionalDouble.of(age), placed.side()));
    }

    /** Draws the mask, white for people. */
    BufferedImage mask() {
        var nobody = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        var graphics = nobody.createGraphics();
        graphics.setColor(Color.BLACK);
        graphics.fillRect(0, 0, WIDTH, HEIGHT);
        graphics.dispose();
        return drawn(nobody, placed -> placed.portrait().mask(placed.side()));
    }

    private BufferedImage drawn(BufferedImage ground, Function<Placed, BufferedImage> picture) {
        var drawn = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        var graphics = drawn.createGraphics();
        graphics.drawImage(ground, 0, 0, null);
        portraits.forEach(placed -> placed.draw(graphics, picture.apply(placed)));
        graphics.dispose();
        return drawn;
    }
}
