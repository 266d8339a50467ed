package reaging.data.synthetic.person;

/**
 * How much hair a person has at an age; lengths in units of the image's side.
 *
 * @param top its thickness above the skull
 * @param sides its thickness beside the skull
 * @param length how far below the eyes it reaches
 * @param hairline the height at which it begins in the middle of the forehead, downwards from the eyes and so negative
 * @param baldness how much of it is lost, 0 to 1
 */
public record HairGrowth(double top, double sides, double length, double hairline, double baldness) {
    private static final AgeCurve THICKNESS =
            AgeCurve.through(0, .25, 1, .38, 2.5, .62, 4.5, .82, 8, .95, 13, 1, 45, .97, 60, .88, 85, .72);
    /** How much of its length hair has: it takes years to grow, and is worn shorter later. */
    private static final AgeCurve LENGTH =
            AgeCurve.through(0, .15, 1, .3, 4.5, .72, 8, .88, 13, .97, 18, 1.03, 26, 1.03, 36, .93, 60, .84, 80, .74);

    private static final AgeCurve HAIRLINE =
            AgeCurve.through(0, -.300, 4.5, -.268, 8, -.252, 12, -.240, 18, -.230, 25, -.232, 35, -.241, 60, -.250);
    /** Children's hair hangs into the forehead, whatever the style will be. */
    private static final AgeCurve FRINGE = AgeCurve.through(1, 0, 4, .75, 10, .35, 16, 0);

    static HairGrowth of(SyntheticIdentity identity, double age, double baldness) {
        var hair = identity.hair();
        var style = hair.style();
        double thickness = THICKNESS.at(age) * hair.volume();
        double kept = 1 - .85 * Math.min(1, 1.3 * baldness);
        double fringe = Math.max(style.fringe(), style == SyntheticHairStyle.BUZZ ? 0 : FRINGE.at(age));
        return new HairGrowth(
                style.top() * thickness,
                style.sides() * thickness,
                style.length() * LENGTH.at(age) * kept,
                HAIRLINE.at(age) - .016 * hair.hairline() + .115 * fringe * AgeCurve.ramp(age, .5, 4),
                baldness);
    }

    /** From 0 for hair that ends at the ears to 1 for hair that falls. */
    public double falling() {
        return AgeCurve.ramp(length, .01, .14);
    }
}
