package reaging.data.synthetic.person;

import java.awt.Color;

/** A synthetic person at an age: the head, the hair, and the colours that change with age. */
public record AgedPerson(SyntheticIdentity identity, double age, HeadShape head, HairGrowth hairGrowth) {
    private static final Color SILVER = new Color(0xA9A9A8);
    private static final Color WHITE = new Color(0xEDEBE6);
    private static final Color SUN = new Color(0xE2C08A);
    private static final Color ROSY = new Color(0xFF9A8A);
    private static final Color SALLOW = new Color(0xD2B893);

    private static final AgeCurve FADING = AgeCurve.through(20, 0, 45, .10, 60, .22, 80, .38, 100, .45);
    private static final AgeCurve ROSINESS = AgeCurve.through(0, .22, 4.5, .16, 10, .09, 17, .03, 25, 0);
    private static final AgeCurve CHILD_BLOND = AgeCurve.through(0, .42, 4.5, .30, 9, .17, 14, .05, 18, 0);
    /** Young hair is bright; it darkens and dulls until it greys. */
    private static final AgeCurve LUSTRE = AgeCurve.through(12, 1.12, 17, 1.10, 25, 1, 36, .80);
    /** Everyone is grey at 85, whenever greying starts. */
    private static final AgeCurve GREY_AT_LEAST = AgeCurve.through(55, .0, 66, .45, 85, 1);

    public static AgedPerson of(SyntheticIdentity identity, double age) {
        return of(identity, age, age);
    }

    /** Returns a person of an age whose head has the shape of another age, see {@link FactorAges}. */
    public static AgedPerson of(SyntheticIdentity identity, double age, double headAge) {
        return new AgedPerson(
                identity, age, HeadShape.of(identity, headAge), HairGrowth.of(identity, age, baldness(identity, age)));
    }

    /** Returns the share of hair that has turned grey, 0 to 1. */
    public double grey() {
        double from = identity.tendencies().greyFrom();
        return Math.max(AgeCurve.ramp(age, from, from + 35), GREY_AT_LEAST.at(age));
    }

    private static double baldness(SyntheticIdentity identity, double age) {
        double from = identity.tendencies().baldFrom();
        return identity.tendencies().baldness() * AgeCurve.ramp(age, from, from + 32);
    }

    public Color skin() {
        Color skin = identity.colouring().skin();
        Color young = Tint.mix(skin, ROSY, ROSINESS.at(age));
        Color faded = Tint.mix(young, Tint.grey(young), .6 * FADING.at(age));
        return Tint.mix(faded, Tint.shade(SALLOW, Tint.brightness(skin) / 200), .5 * FADING.at(age));
    }

    /** Returns the colour of hair, or of a strand, that is grey to the given degree. */
    public Color hair(double greyed) {
        Color young = Tint.mix(identity.colouring().hair(), SUN, lighter());
        Color silver = Tint.mix(SILVER, WHITE, AgeCurve.ramp(age, 50, 82));
        return Tint.mix(Tint.shade(young, LUSTRE.at(age)), silver, greyed);
    }

    /** Returns how much lighter a child's hair is than an adult's; black hair is black from the start. */
    private double lighter() {
        return CHILD_BLOND.at(age)
                * AgeCurve.ramp(Tint.brightness(identity.colouring().hair()), 10, 90);
    }

    /** Returns the overall colour of the hair. */
    public Color hair() {
        return hair(grey());
    }

    /** Returns the colour of a strand, with a shade from 0 to 1; strands grey at different times, like salt and pepper. */
    public Color strand(double shade, double greysAt) {
        double greyed = AgeCurve.ramp(grey(), .7 * greysAt, .7 * greysAt + .3);
        return Tint.shade(hair(greyed), .50 + .95 * shade);
    }

    /** Returns the colour of brows and beards, which are a little darker than the hair and grey later. */
    public Color brow() {
        Color dark = Tint.shade(Tint.mix(identity.colouring().hair(), Color.BLACK, .15), .85);
        return Tint.mix(Tint.mix(dark, SUN, .5 * lighter()), hair(1), .8 * grey());
    }

    /** Returns the maturity, from 0 for a child's features to 1 for an adult's. */
    public double maturity() {
        return AgeCurve.ramp(age, 11, 20);
    }
}
