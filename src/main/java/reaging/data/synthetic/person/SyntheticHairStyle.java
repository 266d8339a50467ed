package reaging.data.synthetic.person;

import reaging.data.Sex;

/** The hairstyles of synthetic people once their hair has grown; lengths are in units of the image's side. */
public enum SyntheticHairStyle {
    BUZZ(.012, .008, 0, 0, 0, Combing.UP, Knot.NONE),
    SHORT(.036, .016, 0, 0, .1, Combing.UP, Knot.NONE),
    SIDE_PART(.045, .020, 0, 0, .0, Combing.ASIDE, Knot.NONE),
    QUIFF(.075, .014, 0, 0, -.1, Combing.UP, Knot.NONE),
    CURLS(.050, .030, 0, .030, .2, Combing.ASIDE, Knot.NONE),
    AFRO(.085, .075, 0, .034, .0, Combing.ASIDE, Knot.NONE),
    SHOULDER(.042, .034, .34, 0, .0, Combing.ASIDE, Knot.NONE),
    PIXIE(.045, .022, .0, 0, .8, Combing.UP, Knot.NONE),
    BOB(.050, .052, .26, 0, .1, Combing.ASIDE, Knot.NONE),
    FRINGE(.050, .052, .32, 0, 1, Combing.ASIDE, Knot.NONE),
    LONG(.045, .046, .47, 0, 0, Combing.ASIDE, Knot.NONE),
    WAVES(.056, .060, .45, .030, .1, Combing.ASIDE, Knot.NONE),
    PONYTAIL(.026, .012, 0, 0, -.1, Combing.ASIDE, Knot.PONYTAIL),
    BUN(.026, .012, 0, 0, -.1, Combing.ASIDE, Knot.BUN);

    /** The direction in which the strands lie. */
    public enum Combing {
        ASIDE,
        UP
    }

    /** How the hair is tied. */
    public enum Knot {
        NONE,
        BUN,
        PONYTAIL
    }

    private static final SyntheticHairStyle[] MALE = {
        BUZZ, SHORT, SHORT, SIDE_PART, SIDE_PART, QUIFF, CURLS, AFRO, SHOULDER
    };
    private static final SyntheticHairStyle[] FEMALE = {
        PIXIE, BOB, BOB, FRINGE, LONG, LONG, WAVES, WAVES, PONYTAIL, BUN, AFRO
    };

    private final double top;
    private final double sides;
    private final double length;
    private final double curl;
    private final double fringe;
    private final Combing combing;
    private final Knot knot;

    SyntheticHairStyle(
            double top, double sides, double length, double curl, double fringe, Combing combing, Knot knot) {
        this.top = top;
        this.sides = sides;
        this.length = length;
        this.curl = curl;
        this.fringe = fringe;
        this.combing = combing;
        this.knot = knot;
    }

    /** Returns the style at a position from 0 to 1 in the list of a sex's styles (our choice). */
    static SyntheticHairStyle of(Sex sex, double place) {
        var styles = sex == Sex.MALE ? MALE : FEMALE;
        return styles[(int) (place * styles.length)];
    }

    /** Returns the thickness above the skull. */
    double top() {
        return top;
    }

    /** Returns the thickness at the sides of the skull. */
    double sides() {
        return sides;
    }

    /** Returns how far below the eyes the hair reaches; 0 if it ends at the ears. */
    double length() {
        return length;
    }

    /** Returns the radius of its curls; 0 for straight hair. */
    public double curl() {
        return curl;
    }

    /** Returns how far it hangs over the forehead: 1 down to the brows, below 0 combed back. */
    double fringe() {
        return fringe;
    }

    public Combing combing() {
        return combing;
    }

    public Knot knot() {
        return knot;
    }
}
