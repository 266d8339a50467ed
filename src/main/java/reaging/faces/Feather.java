package reaging.faces;

/** How what was pasted fades into what was there. */
final class Feather {
    /** Width of the soft border, as a part of the crop's side. */
    private static final double WIDTH = .15;

    private Feather() {}

    /** How much of a place in a crop, from (0, 0) to (1, 1), is pasted: nothing at its border, all of it further in. */
    static double at(double u, double v) {
        double across = Math.min(u, 1 - u);
        double down = Math.min(v, 1 - v);
        return step(across / WIDTH) * step(down / WIDTH);
    }

    /** From 0 at 0 to 1 at 1, level at both ends. */
    static double step(double t) {
        double inside = Math.min(Math.max(t, 0), 1);
        return inside * inside * (3 - 2 * inside);
    }
}
