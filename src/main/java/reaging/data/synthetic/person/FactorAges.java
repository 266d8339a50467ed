package reaging.data.synthetic.person;

import reaging.data.AgeGroup;

/**
 * The ages, in years, of what the years change in a synthetic face, each on its own: how far a transformation got with each can
 * then be told apart.
 *
 * @param geometry of the head's shape and of where eyes, nose and mouth lie and how large they are
 * @param hair of hair, brows and beard: growth, loss and colour
 * @param wrinkles of the skin: lines and colour
 * @param ornaments of glasses and earrings
 */
public record FactorAges(double geometry, double hair, double wrinkles, double ornaments) {
    public FactorAges {
        AgeGroup.requireAge(geometry);
        AgeGroup.requireAge(hair);
        AgeGroup.requireAge(wrinkles);
        AgeGroup.requireAge(ornaments);
    }

    /** A person as they are: everything at one age. */
    public static FactorAges all(double age) {
        return new FactorAges(age, age, age, age);
    }
}
