package reaging.data.synthetic.person;

/** A quantity as a continuous function of age: straight lines through given points, constant before and after them. */
public final class AgeCurve {
    private final double[] ages; // ascending, years
    private final double[] values;

    private AgeCurve(double[] ages, double[] values) {
        this.ages = ages;
        this.values = values;
    }

    /** Creates a curve through the points age, value, age, value, …, by ascending age in years. */
    public static AgeCurve through(double... points) {
        if (points.length == 0 || points.length % 2 != 0) {
            throw new IllegalArgumentException(
                    "a curve needs pairs of age and value but got " + points.length + " numbers; try 0, 1, 20, 2");
        }
        var ages = new double[points.length / 2];
        var values = new double[ages.length];
        for (int i = 0; i < ages.length; i++) {
            ages[i] = points[2 * i];
            values[i] = points[2 * i + 1];
        }
        return new AgeCurve(ages, values);
    }

    /** Rises from 0 to 1 between two ages. */
    public static double ramp(double age, double from, double to) {
        return Math.min(1, Math.max(0, (age - from) / (to - from)));
    }

    public double at(double age) {
        if (age <= ages[0]) {
            return values[0];
        }
        for (int i = 1; i < ages.length; i++) {
            if (age < ages[i]) {
                double part = (age - ages[i - 1]) / (ages[i] - ages[i - 1]);
                return values[i - 1] + part * (values[i] - values[i - 1]);
            }
        }
        return values[values.length - 1];
    }
}
