package reaging.data.synthetic.person;

import reaging.data.AgeGroup;

/**
 * Separate ages, in years, for the features of a synthetic face that change with age, so that a transformation's success with each
 * can be measured.
 *
 * @param geometry age of the head's shape and of the position and size of eyes, nose and mouth
 * @param hair age of hair, brows and beard: growth, loss and colour
 * @param wrinkles age of the skin: lines and colour
 * @param ornaments age for glasses and earrings
 */
public record FactorAges(double geometry, double hair, double wrinkles, double ornaments) {
    public FactorAges {
        AgeGroup.requireAge(geometry);
        AgeGroup.requireAge(hair);
        AgeGroup.requireAge(wrinkles);
        AgeGroup.requireAge(ornaments);
    }

    /** Returns the same age for all features. */
    public static FactorAges all(double age) {
        return new FactorAges(age, age, age, age);
    }
}
