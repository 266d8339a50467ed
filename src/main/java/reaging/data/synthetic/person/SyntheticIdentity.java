package reaging.data.synthetic.person;

import java.awt.Color;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import reaging.data.Sex;

/**
 * Everything about a synthetic person that does not change with age.
 *
 * @param seed seed that determines everything else; even for men, odd for women
 * @param moles moles on the face, none to two
 * @param ornament colour of earrings and of the frames of glasses
 */
public record SyntheticIdentity(
        long seed,
        Sex sex,
        SyntheticFeatures features,
        SyntheticColouring colouring,
        SyntheticHair hair,
        SyntheticTendencies tendencies,
        List<Mole> moles,
        Color ornament) {

    private static final Color[] ORNAMENTS = {
        new Color(0x1E1E22), new Color(0x5B2E1A), new Color(0xC9A227), new Color(0xB9BCC4), new Color(0x8C1C2C)
    };

    /**
     * A lifelong dark spot.
     *
     * @param across horizontal position from -1 to 1 of the face's half width
     * @param down vertical position from 0 at the eyes to 1 at the chin
     * @param radius radius in an adult, in units of the image's side
     */
    public record Mole(double across, double down, double radius) {}

    /** Returns the person of a seed, the same on every machine. */
    public static SyntheticIdentity of(long seed) {
        var random = new SplittableRandom(seed);
        var sex = (seed & 1) == 0 ? Sex.MALE : Sex.FEMALE;
        var features = SyntheticFeatures.of(random);
        var colouring = SyntheticColouring.of(random);
        var hair = SyntheticHair.of(random, sex);
        var tendencies = SyntheticTendencies.of(random, sex);
        var moles = Stream.generate(() -> mole(random))
                .limit(Math.max(0, random.nextInt(6) - 3))
                .toList();
        var ornament = ORNAMENTS[random.nextInt(ORNAMENTS.length)];
        return new SyntheticIdentity(seed, sex, features, colouring, hair, tendencies, moles, ornament);
    }

    private static Mole mole(SplittableRandom random) {
        double side = random.nextBoolean() ? 1 : -1;
        return new Mole(side * random.nextDouble(.35, .7), random.nextDouble(.2, .8), random.nextDouble(.0065, .0105));
    }
}
