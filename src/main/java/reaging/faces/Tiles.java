package reaging.faces;

import java.util.ArrayList;
import java.util.List;
import reaging.data.FivePoints.Point;

/** The overlapping squares in which a photo is searched for small faces. */
final class Tiles {
    /** A tile's side as a part of the photo's longer one: faces are twice as large in it. */
    private static final double SIDE = .5;

    /** The part of a tile that the next one shows too, more than the faces that are looked for in it are wide. */
    private static final double COMMON = .25;

    private Tiles() {}

    /** The tiles of a photo; they cover all of it. */
    static List<Region> of(int width, int height) {
        double side = SIDE * Math.max(width, height);
        List<Region> tiles = new ArrayList<>();
        for (double y : middles(height, side)) {
            for (double x : middles(width, side)) {
                tiles.add(new Region(new Point(x, y), side, 0));
            }
        }
        return tiles;
    }

    /** As few as cover a length, spread evenly. */
    private static double[] middles(int length, double side) {
        if (length <= side) {
            return new double[] {length / 2.0};
        }
        int count = 1 + (int) Math.ceil((length - side) / (side * (1 - COMMON)));
        var middles = new double[count];
        for (int i = 0; i < count; i++) {
            middles[i] = side / 2 + i * (length - side) / (count - 1);
        }
        return middles;
    }
}
