package reaging.data.synthetic.person;

import java.util.SplittableRandom;
import reaging.data.Sex;

/**
 * What age will do to a synthetic person: fixed at birth, so nothing random flips between two neighbouring ages.
 *
 * @param greyFrom the age at which the hair begins to grey, in years
 * @param baldness how much hair is lost in the end, 0 to 1
 * @param baldFrom the age at which that begins, in years
 * @param beard worn by men once it grows
 * @param wrinkles a factor on how deep the lines get, .85 to 1.15
 * @param glassesFrom the age from which glasses are worn, in years; beyond 120 for never
 * @param earringsFrom the same for earrings
 */
public record SyntheticTendencies(
        double greyFrom,
        double baldness,
        double baldFrom,
        Beard beard,
        double wrinkles,
        double glassesFrom,
        double earringsFrom) {

    /** Older than anyone gets. */
    private static final double NEVER = 200;

    /** How a man wears the hair of his face. */
    public enum Beard {
        NONE,
        STUBBLE,
        MOUSTACHE,
        GOATEE,
        FULL
    }

    static SyntheticTendencies of(SplittableRandom random, Sex sex) {
        double greyFrom = random.nextDouble(31, 48);
        boolean balding = random.nextDouble() < .5 && sex == Sex.MALE;
        double baldness = balding ? random.nextDouble(.4, 1) : random.nextDouble(.05, .2);
        double baldFrom = random.nextDouble(25, 42);
        var beards = Beard.values();
        var beard = beards[random.nextInt(beards.length)];
        double wrinkles = random.nextDouble(.85, 1.15);
        // From kindergarten or school on, or never: nobody could tell from a young face what frames will come with age,
        // and a
        // generator that has to guess them draws coloured noise around old eyes.
        double glassesFrom = random.nextDouble() < .2 ? random.nextDouble(4, 8) : NEVER;
        double earringsFrom = random.nextDouble() < (sex == Sex.FEMALE ? .55 : .06) ? random.nextDouble(4, 16) : NEVER;
        return new SyntheticTendencies(greyFrom, baldness, baldFrom, beard, wrinkles, glassesFrom, earringsFrom);
    }
}
