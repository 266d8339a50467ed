package reaging.animation;

import reaging.data.AgeGroup;

/**
 * The course of an age over the frames of an animation: from one age to another and back, slower at both ends, so that it repeats
 * without a jump.
 *
 * @param from first age in years, 0 to 120
 * @param to age at the halfway point in years, 0 to 120
 * @param frames number of frames, at least 2
 */
public record AgeCourse(double from, double to, int frames) {
    public AgeCourse {
        AgeGroup.requireAge(from);
        AgeGroup.requireAge(to);
        if (frames < 2) {
            throw new IllegalArgumentException("an animation must have at least 2 frames but has " + frames);
        }
    }

    /** Returns the age in years in a frame, counted from 0. */
    public double at(int frame) {
        double way = (1 - Math.cos(2 * Math.PI * frame / frames)) / 2; // from 0 to 1 and back
        return from + way * (to - from);
    }
}
