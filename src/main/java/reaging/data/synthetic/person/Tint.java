package reaging.data.synthetic.person;

import java.awt.Color;

/** Arithmetic on colours in plain sRGB values, which need not be physically correct. */
public final class Tint {
    private Tint() {}

    /** Mixes two colours from a (part 0) to b (part 1); the result is opaque. */
    public static Color mix(Color a, Color b, double part) {
        double p = Math.min(1, Math.max(0, part));
        return new Color(
                level(a.getRed() + p * (b.getRed() - a.getRed())),
                level(a.getGreen() + p * (b.getGreen() - a.getGreen())),
                level(a.getBlue() + p * (b.getBlue() - a.getBlue())));
    }

    /** Darkens a colour with a factor below 1, or brightens it with one above. */
    public static Color shade(Color colour, double factor) {
        return new Color(
                level(colour.getRed() * factor), level(colour.getGreen() * factor), level(colour.getBlue() * factor));
    }

    /** Returns a colour with an opacity from 0 to 1. */
    public static Color clear(Color colour, double opacity) {
        return new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), level(255 * opacity));
    }

    /** Returns the grey of the same brightness. */
    public static Color grey(Color colour) {
        int grey = level(brightness(colour));
        return new Color(grey, grey, grey);
    }

    /** Returns the brightness from 0 to 255, with Rec. 601 weights. */
    public static double brightness(Color colour) {
        return .299 * colour.getRed() + .587 * colour.getGreen() + .114 * colour.getBlue();
    }

    /** Interpolates in a row of colours at a position from 0 (the first) to 1 (the last). */
    static Color along(Color[] row, double place) {
        double at = Math.min(1, Math.max(0, place)) * (row.length - 1);
        int left = Math.min((int) at, row.length - 2);
        return mix(row[left], row[left + 1], at - left);
    }

    private static int level(double value) {
        return (int) Math.min(255, Math.max(0, Math.rint(value)));
    }
}
