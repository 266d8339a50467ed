package reaging.data.synthetic.person;

import java.util.SplittableRandom;
import reaging.data.Sex;

/**
 * The lifelong traits of a synthetic person's hair, before it greys or falls out.
 *
 * @param style hairstyle
 * @param parting position of the parting, from -1 (the person's right) to 1
 * @param volume factor of its thickness, .8 to 1.2
 * @param hairline height of the hairline, from -1 (low) to 1
 */
public record SyntheticHair(SyntheticHairStyle style, double parting, double volume, double hairline) {

    static SyntheticHair of(SplittableRandom random, Sex sex) {
        var style = SyntheticHairStyle.of(sex, random.nextDouble());
        double side = random.nextBoolean() ? 1 : -1;
        return new SyntheticHair(
                style, side * random.nextDouble(.1, .5), random.nextDouble(.8, 1.2), random.nextDouble(-1, 1));
    }
}
