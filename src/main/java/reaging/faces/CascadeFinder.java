package reaging.faces;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import reaging.data.FivePoints;
import reaging.data.FivePoints.Point;
import reaging.faces.Cascade.Hit;

/**
 * Finds faces that look into the camera, and their eyes, with OpenCV's cascades, which need no network. Nose and mouth are
 * inferred from the eyes. It holds native memory until it is closed.
 */
public final class CascadeFinder implements FaceFinder {
    /** Larger photos are reduced to this size in pixels for the search. */
    private static final int MOST_SIDE = 1024;

    /** Minimum width of a face as a fraction of the photo's longer side. */
    private static final double LEAST_FACE = .04;

    /** Minimum width of an eye as a fraction of the face's width. */
    private static final double LEAST_EYE = .12;

    private static final int FACE_HITS = 5;
    private static final int EYE_HITS = 2;

    private final Cascade faces = new Cascade("haarcascade_frontalface_alt2.xml");
    private final Cascade eyes = new Cascade("haarcascade_eye_tree_eyeglasses.xml");

    @Override
    public DetectedFaces find(Photo photo) {
        var found = Stream.of(0, 90, -90, 180)
                .reduce(
                        List.<DetectedFace>of(),
                        (sofar, turn) -> sofar.isEmpty() ? search(photo, turn) : sofar,
                        (a, b) -> a);
        return new DetectedFaces(found, "OpenCV's cascades");
    }

    private List<DetectedFace> search(Photo photo, int degrees) {
        var region = Region.around(photo.width(), photo.height()).turned(Math.toRadians(degrees));
        int side = (int) Math.min(MOST_SIDE, Math.ceil(region.side()));
        List<DetectedFace> found = new ArrayList<>();
        try (var bytes = new BytePointer(photo.grey(region, side));
                var grey = new Mat(side, side, opencv_core.CV_8UC1, bytes)) {
            for (var hit : faces.find(grey, (int) Math.max(20, LEAST_FACE * side), FACE_HITS)) {
                face(grey, hit, region).ifPresent(found::add);
            }
        }
        return found;
    }

    /** Returns a face if at least one eye is found: without any it is hardly ever a face. */
    private Optional<DetectedFace> face(Mat grey, Hit hit, Region region) {
        var box = hit.box();
        double top = box.y() + .2 * box.height();
        var left = eye(grey, new Box(box.x(), top, box.width() / 2, .4 * box.height()));
        var right = eye(grey, new Box(box.middle().x(), top, box.width() / 2, .4 * box.height()));
        var leftEye = left.or(() -> right.map(eye -> mirrored(eye, box)));
        var rightEye = right.or(() -> left.map(eye -> mirrored(eye, box)));
        return leftEye.map(eye -> face(hit, region, grey.cols(), eye, rightEye.orElseThrow()));
    }

    /** Returns the position of the other eye in an upright face. */
    private static Point mirrored(Point eye, Box box) {
        return new Point(2 * box.middle().x() - eye.x(), eye.y());
    }

    private static DetectedFace face(Hit hit, Region region, int side, Point leftEye, Point rightEye) {
        var points = FivePoints.ofEyes(inPhoto(leftEye, side, region), inPhoto(rightEye, side, region));
        double roll = Math.atan2(
                points.rightEye().y() - points.leftEye().y(),
                points.rightEye().x() - points.leftEye().x());
        double scale = region.side() / side;
        return new DetectedFace(
                Box.around(
                        inPhoto(hit.box().middle(), side, region),
                        hit.box().width() * scale,
                        hit.box().height() * scale),
                1 - 1.0 / hit.hits(),
                points,
                new Pose(Math.toDegrees(roll), 0, 0),
                Refusals.tooSmall(points));
    }

    private Optional<Point> eye(Mat grey, Box part) {
        try (var rectangle = new Rect((int) part.x(), (int) part.y(), (int) part.width(), (int) part.height());
                var window = new Mat(grey, rectangle)) {
            return eyes.find(window, (int) Math.max(8, 2 * LEAST_EYE * part.width()), EYE_HITS).stream()
                    .max(Comparator.comparingInt(Hit::hits))
                    .map(hit -> hit.box().middle())
                    .map(middle -> new Point((int) part.x() + middle.x(), (int) part.y() + middle.y()));
        }
    }

    private static Point inPhoto(Point place, int side, Region region) {
        return region.toPhoto(place.x() / side, place.y() / side);
    }

    @Override
    public void close() {
        faces.close();
        eyes.close();
    }
}
