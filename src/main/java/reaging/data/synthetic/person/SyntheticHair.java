package reaging.data.synthetic.person;

import java.util.SplittableRandom;
import reaging.data.Sex;

/**
 * A synthetic person's hair for life, before it greys or falls out.
 *
 * @param style how it is worn
 * @param parting where it is parted, from -1 (the person's right) to 1
 * @param volume a factor on its thickness, .8 to 1.2
 * @param hairline how high it begins, from -1 (low) to 1
 */
public record SyntheticHair(SyntheticHairStyle style, double parting, double volume, double hairline) {

    static SyntheticHair of(SplittableRandom random, Sex sex) {
        var style = SyntheticHairStyle.of(sex, random.nextDouble());
        double side = random.nextBoolean() ? 1 : -1;
        return new SyntheticHair(
                style, side * random.nextDouble(.1, .5), random.nextDouble(.8, 1.2), random.nextDouble(-1, 1));
    }
}
