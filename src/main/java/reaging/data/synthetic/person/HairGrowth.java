package reaging.data.synthetic.person;

/**
 * The amount of a person's hair at an age; lengths are in units of the image's side.
 *
 * @param top thickness above the skull
 * @param sides thickness beside the skull
 * @param length how far below the eyes it reaches
 * @param hairline height of the hairline in the middle of the forehead, downwards from the eyes and thus negative
 * @param baldness share of hair lost, 0 to 1
 */
public record HairGrowth(double top, double sides, double length, double hairline, double baldness) {
    private static final AgeCurve THICKNESS =
            AgeCurve.through(0, .25, 1, .38, 2.5, .62, 4.5, .82, 8, .95, 13, 1, 45, .97, 60, .88, 85, .72);
    /** The length of hair relative to its maximum: it takes years to grow, and is worn shorter later. */
    private static final AgeCurve LENGTH =
            AgeCurve.through(0, .15, 1, .3, 4.5, .72, 8, .88, 13, .97, 18, 1.03, 26, 1.03, 36, .93, 60, .84, 80, .74);

    private static final AgeCurve HAIRLINE =
            AgeCurve.through(0, -.300, 4.5, -.268, 8, -.252, 12, -.240, 18, -.230, 25, -.232, 35, -.241, 60, -.250);
    /** Children's hair hangs over the forehead, whatever the later style. */
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

    /** Returns a value from 0 for hair that ends at the ears to 1 for falling hair. */
    public double falling() {
        return AgeCurve.ramp(length, .01, .14);
    }
}
