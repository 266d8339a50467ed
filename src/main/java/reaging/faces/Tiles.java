package reaging.faces;

import java.util.ArrayList;
import java.util.List;
import reaging.data.FivePoints.Point;

/** The overlapping squares in which a photo is searched for small faces. */
final class Tiles {
    /** A tile's side as a fraction of the photo's longer one: faces are twice as large in it. */
    private static final double SIDE = .5;

    /** Overlap of adjacent tiles as a fraction of a tile, more than the width of the faces sought in it. */
    private static final double COMMON = .25;

    private Tiles() {}

    /** Returns the tiles of a photo, which cover all of it. */
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

    /** Returns the centres of the fewest tiles that cover a length, evenly spread. */
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
