package reaging.faces;

/** The fade from a pasted crop to the photo around it. */
final class Feather {
    /** Width of the soft border as a fraction of the crop's side. */
    private static final double WIDTH = .15;

    private Feather() {}

    /** Returns the opacity at a position in a crop from (0, 0) to (1, 1): 0 at its border, 1 further in. */
    static double at(double u, double v) {
        double across = Math.min(u, 1 - u);
        double down = Math.min(v, 1 - v);
        return step(across / WIDTH) * step(down / WIDTH);
    }

    /** Smoothly rises from 0 at 0 to 1 at 1, with slope 0 at both ends. */
    static double step(double t) {
        double inside = Math.min(Math.max(t, 0), 1);
        return inside * inside * (3 - 2 * inside);
    }
}
