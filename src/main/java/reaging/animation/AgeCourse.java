package reaging.animation;

import reaging.data.AgeGroup;

/**
 * How an age changes over the frames of an animation: from one to another and back, slower at both ends, so that it can be
 * repeated without a jump.
 *
 * @param from in years, 0 to 120
 * @param to in years, 0 to 120
 * @param frames at least 2
 */
public record AgeCourse(double from, double to, int frames) {
    public AgeCourse {
        AgeGroup.requireAge(from);
        AgeGroup.requireAge(to);
        if (frames < 2) {
            throw new IllegalArgumentException("an animation must have at least 2 frames but has " + frames);
        }
    }

    /** The age in a frame, which are counted from 0 on. */
    public double at(int frame) {
        double way = (1 - Math.cos(2 * Math.PI * frame / frames)) / 2; // from 0 to 1 and back
        return from + way * (to - from);
    }
}
