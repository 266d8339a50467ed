package reaging.data.synthetic.person;

import java.util.SplittableRandom;

/**
 * The deviations of a synthetic person's features from the average of their age and sex; 0 is average, -1 and 1 are extremes.
 */
public record SyntheticFeatures(
        double headWidth,
        double faceLength,
        double jawWidth,
        double chinWidth,
        double eyeSpacing,
        double eyeSize,
        double eyeTilt,
        double browThickness,
        double browArch,
        double noseLength,
        double noseWidth,
        double mouthWidth,
        double lipFullness,
        double smile,
        double earSize) {

    static SyntheticFeatures of(SplittableRandom random) {
        return new SyntheticFeatures(
                deviation(random),
                deviation(random),
                deviation(random),
                deviation(random),
                deviation(random),
                deviation(random),
                deviation(random),
                deviation(random),
                deviation(random),
                deviation(random),
                deviation(random),
                deviation(random),
                deviation(random),
                deviation(random),
                deviation(random));
    }

    /** Draws a deviation from -1 to 1, the middle more often than the extremes. */
    private static double deviation(SplittableRandom random) {
        double first = random.nextDouble(-1, 1);
        double second = random.nextDouble(-1, 1);
        return .75 * first + .25 * second;
    }
}
