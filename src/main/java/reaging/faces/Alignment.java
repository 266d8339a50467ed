package reaging.faces;

import reaging.data.FivePoints;
import reaging.data.FivePoints.Point;

/** Aligns faces with the frame of a model's crops. */
public final class Alignment {
    /**
     * Weight of an eye relative to the nose or a corner of the mouth. In aligned crops the eyes deviate from the frame by .018 of
     * the side, the others by .03, and points are weighted by the inverse of their variance.
     */
    private static final double EYE = 2.8;

    private Alignment() {}

    /**
     * Returns the square of a photo in which a face lies as in a frame: the similarity transform (rotation, scale, translation)
     * with the least sum of squared distances (Umeyama 1991; in the plane a quotient of complex numbers).
     *
     * @param points points of the face in pixels of the photo
     * @param frame points of the frame as fractions of a crop's side
     */
    public static Region of(FivePoints points, FivePoints frame) {
        var from = mean(frame);
        var to = mean(points);
        double real = 0;
        double imaginary = 0;
        double norm = 0;
        for (int i = 0; i < frame.all().size(); i++) {
            double weight = weight(i);
            double u = frame.all().get(i).x() - from.x();
            double v = frame.all().get(i).y() - from.y();
            double x = points.all().get(i).x() - to.x();
            double y = points.all().get(i).y() - to.y();
            real += weight * (u * x + v * y);
            imaginary += weight * (u * y - v * x);
            norm += weight * (u * u + v * v);
        }
        double side = Math.hypot(real, imaginary) / norm;
        double angle = Math.atan2(imaginary, real);
        // The position of a crop's centre: as far from the points' mean as in the frame.
        var shifted = new Region(to, side, angle).toPhoto(1 - from.x(), 1 - from.y());
        return new Region(shifted, side, angle);
    }

    private static Point mean(FivePoints points) {
        double x = 0;
        double y = 0;
        double weights = 0;
        for (int i = 0; i < points.all().size(); i++) {
            x += weight(i) * points.all().get(i).x();
            y += weight(i) * points.all().get(i).y();
            weights += weight(i);
        }
        return new Point(x / weights, y / weights);
    }

    /** Returns the weight of a point; the eyes come first. */
    private static double weight(int index) {
        return index < 2 ? EYE : 1;
    }
}
