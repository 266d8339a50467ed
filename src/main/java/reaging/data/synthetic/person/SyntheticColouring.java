package reaging.data.synthetic.person;

import java.awt.Color;
import java.util.SplittableRandom;

/**
 * The lifelong colours of a synthetic person, as they are at 25 years.
 *
 * @param skin colour of the skin in even light
 * @param hair colour of the hair before it greys
 * @param iris colour of both irises
 * @param freckles strength of freckles, 0 for none to 1
 */
public record SyntheticColouring(Color skin, Color hair, Color iris, double freckles) {
    private static final Color[] SKINS = {
        new Color(0xF6D7C3),
        new Color(0xEEC3A4),
        new Color(0xDFA982),
        new Color(0xC68A60),
        new Color(0xA06A45),
        new Color(0x7A4C31),
        new Color(0x56331F)
    };
    private static final Color[] DARK_HAIRS = {new Color(0x17120F), new Color(0x2A1B13), new Color(0x46291A)};
    private static final Color[] LIGHT_HAIRS = {
        new Color(0x5A3820), new Color(0x86582F), new Color(0xB98A4A), new Color(0xDDBB79)
    };
    private static final Color[] RED_HAIRS = {new Color(0x6E2C16), new Color(0xB4501F)};
    private static final Color[] DARK_IRISES = {new Color(0x2B1A10), new Color(0x5B3517)};
    private static final Color[] LIGHT_IRISES = {new Color(0x4A7FB0), new Color(0x5D8C66), new Color(0x7D8C93)};

    static SyntheticColouring of(SplittableRandom random) {
        double darkness = Math.pow(random.nextDouble(), 1.5);
        // Fair hair and light eyes usually go with fair skin.
        double fair = random.nextDouble() * (1 - darkness);
        double shade = random.nextDouble();
        Color hair = Tint.along(fair > .72 ? RED_HAIRS : fair > .25 ? LIGHT_HAIRS : DARK_HAIRS, shade);
        double lightEyes = random.nextDouble() * (1 - darkness);
        Color iris = Tint.along(lightEyes > .3 ? LIGHT_IRISES : DARK_IRISES, random.nextDouble());
        double freckles = darkness < .4 && random.nextDouble() < .25 ? random.nextDouble(.4, 1) : 0;
        return new SyntheticColouring(Tint.along(SKINS, darkness), hair, iris, freckles);
    }
}
