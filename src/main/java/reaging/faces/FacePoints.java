package reaging.faces;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import reaging.data.FivePoints;
import reaging.data.FivePoints.Point;
import reaging.faces.Photo.Beyond;
import reaging.networks.FaceMesh;
import reaging.networks.FaceMesh.Mesh;

/** Finds eyes, nose and mouth of detected faces with FaceMesh. It holds native memory until it is closed. */
final class FacePoints implements AutoCloseable {
    /** FaceMesh's points of the left eye in an upright image: corners and centres of the lids. */
    private static final int[] LEFT_EYE = {33, 133, 159, 145};

    private static final int[] RIGHT_EYE = {263, 362, 386, 374};
    private static final int NOSE = 1;
    private static final int LEFT_MOUTH = 61;
    private static final int RIGHT_MOUTH = 291;
    private static final int FOREHEAD = 10;
    private static final int CHIN = 152;

    /** FaceMesh's confidence for nearly every upright face. */
    private static final double SURE = .999;

    private final FaceMesh network;

    /** FaceMesh's result for a square. */
    private record Look(Region region, Mesh mesh) {}

    private FacePoints(FaceMesh network) {
        this.network = network;
    }

    static boolean isIn(Path folder) {
        return FaceMesh.isIn(folder);
    }

    static FacePoints load(Path folder) {
        return new FacePoints(FaceMesh.load(folder));
    }

    /** Returns the package and file of the network. */
    static String name() {
        return FaceMesh.name();
    }

    /** Examines possible faces more closely; those that turn out to be the same face are merged. */
    List<DetectedFace> distinct(Photo photo, List<Detection> detections) {
        List<DetectedFace> faces = new ArrayList<>();
        detections.stream()
                .map(detection -> face(photo, detection))
                .sorted(Comparator.comparingDouble(DetectedFace::score).reversed())
                .filter(face -> faces.stream().noneMatch(other -> same(face, other)))
                .forEach(faces::add);
        return faces;
    }

    private static boolean same(DetectedFace one, DetectedFace other) {
        var middle = one.points().leftEye().middle(one.points().rightEye());
        var others = other.points().leftEye().middle(other.points().rightEye());
        return middle.distance(others)
                < .5 * Math.max(one.points().eyeDistance(), other.points().eyeDistance());
    }

    private DetectedFace face(Photo photo, Detection detection) {
        // Looks again where the first look found the face: the network is more confident if a face fits its square.
        var look = closer(photo, first(photo, detection.region()));
        var points = points(look.mesh(), look.region());
        var pose = pose(look.mesh(), points);
        var refusal = Refusals.of(points, pose, look.mesh().confidence());
        return new DetectedFace(box(look.mesh(), look.region()), detection.score(), points, pose, refusal);
    }

    /** Tries both directions: BlazeFace often takes an upside-down face for an upright one; FaceMesh prefers upright ones. */
    private Look first(Photo photo, Region region) {
        var look = look(photo, region);
        if (look.mesh().confidence() > SURE) {
            return look;
        }
        var turned = look(photo, region.turned(Math.PI));
        // The supposed chin was a forehead, so the face lies far from the centre of that square.
        return turned.mesh().confidence() > Math.max(look.mesh().confidence(), SURE)
                ? closer(photo, closer(photo, turned))
                : look;
    }

    private Look look(Photo photo, Region region) {
        try (var image = photo.tensor(region, FaceMesh.SIDE, Beyond.EDGE)) {
            return new Look(region, network.look(image));
        }
    }

    /** Looks at a square around the face just found, upright along its eyes. */
    private Look closer(Photo photo, Look before) {
        var box = box(before.mesh(), before.region());
        var points = points(before.mesh(), before.region());
        double angle = Math.atan2(
                points.rightEye().y() - points.leftEye().y(),
                points.rightEye().x() - points.leftEye().x());
        return look(photo, new Region(box.middle(), 1.5 * Math.max(box.width(), box.height()), angle));
    }

    private static FivePoints points(Mesh mesh, Region region) {
        return new FivePoints(
                mean(mesh, region, LEFT_EYE),
                mean(mesh, region, RIGHT_EYE),
                mean(mesh, region, NOSE),
                mean(mesh, region, LEFT_MOUTH),
                mean(mesh, region, RIGHT_MOUTH));
    }

    private static Point mean(Mesh mesh, Region region, int... indices) {
        double u = 0;
        double v = 0;
        for (int index : indices) {
            u += mesh.points()[index][0] / indices.length;
            v += mesh.points()[index][1] / indices.length;
        }
        return region.toPhoto(u, v);
    }

    /** Returns the bounding box of the mesh. */
    private static Box box(Mesh mesh, Region region) {
        double left = Double.POSITIVE_INFINITY;
        double top = Double.POSITIVE_INFINITY;
        double right = Double.NEGATIVE_INFINITY;
        double bottom = Double.NEGATIVE_INFINITY;
        for (double[] place : mesh.points()) {
            var point = region.toPhoto(place[0], place[1]);
            left = Math.min(left, point.x());
            top = Math.min(top, point.y());
            right = Math.max(right, point.x());
            bottom = Math.max(bottom, point.y());
        }
        return new Box(left, top, right - left, bottom - top);
    }

    private static Pose pose(Mesh mesh, FivePoints points) {
        double roll = Math.atan2(
                points.rightEye().y() - points.leftEye().y(),
                points.rightEye().x() - points.leftEye().x());
        double[] left = mesh.points()[LEFT_EYE[0]];
        double[] right = mesh.points()[RIGHT_EYE[0]];
        double[] forehead = mesh.points()[FOREHEAD];
        double[] chin = mesh.points()[CHIN];
        double yaw = Math.atan2(right[2] - left[2], Math.hypot(right[0] - left[0], right[1] - left[1]));
        double pitch = Math.atan2(chin[2] - forehead[2], Math.hypot(chin[0] - forehead[0], chin[1] - forehead[1]));
        return new Pose(Math.toDegrees(roll), Math.toDegrees(yaw), Math.toDegrees(pitch));
    }

    @Override
    public void close() {
        network.close();
    }
}
