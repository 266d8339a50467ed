package reaging.data.synthetic.person;

import java.util.SplittableRandom;
import reaging.data.Sex;

/**
 * How a synthetic person will age: fixed at birth, so that nothing changes randomly between adjacent ages.
 *
 * @param greyFrom age in years at which the hair starts to grey
 * @param baldness share of hair lost in the end, 0 to 1
 * @param baldFrom age in years at which hair loss starts
 * @param beard beard style of men once it grows
 * @param wrinkles factor of the depth of lines, .85 to 1.15
 * @param glassesFrom age in years from which glasses are worn; beyond 120 for never
 * @param earringsFrom age in years from which earrings are worn; beyond 120 for never
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

    /** The beard styles. */
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
        // From kindergarten or school on, or never: a young face does not show which glasses will come with age, and a
        // generator that has to guess draws coloured noise around old eyes.
        double glassesFrom = random.nextDouble() < .2 ? random.nextDouble(4, 8) : NEVER;
        double earringsFrom = random.nextDouble() < (sex == Sex.FEMALE ? .55 : .06) ? random.nextDouble(4, 16) : NEVER;
        return new SyntheticTendencies(greyFrom, baldness, baldFrom, beard, wrinkles, glassesFrom, earringsFrom);
    }
}
