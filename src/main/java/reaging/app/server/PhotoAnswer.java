package reaging.app.server;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import reaging.faces.Box;
import reaging.faces.DetectedFace;
import reaging.faces.DetectedFaces;
import reaging.faces.Photo;
import reaging.faces.Pose;

/**
 * What was found in a photo.
 *
 * @param width in pixels
 * @param height in pixels
 * @param finder name of the face finder
 * @param faces faces from left to right
 */
record PhotoAnswer(int width, int height, String finder, List<Face> faces) {

    /**
     * A face.
     *
     * @param number number counted from the left, from 1
     * @param box box in pixels of the photo
     * @param usable whether it can be re-aged
     * @param skipped why it cannot be re-aged, if it cannot
     * @param reason that reason in words
     */
    record Face(
            int number,
            Box box,
            double score,
            Pose pose,
            boolean usable,
            @Nullable String skipped,
            @Nullable String reason) {}

    static PhotoAnswer of(Photo photo, DetectedFaces found) {
        return new PhotoAnswer(
                photo.width(),
                photo.height(),
                found.finder(),
                IntStream.range(0, found.faces().size())
                        .mapToObj(i -> face(i + 1, found.faces().get(i)))
                        .toList());
    }

    private static Face face(int number, DetectedFace face) {
        var box = face.box();
        var pose = face.pose();
        return new Face(
                number,
                new Box(tenth(box.x()), tenth(box.y()), tenth(box.width()), tenth(box.height())),
                Math.rint(face.score() * 1000) / 1000,
                new Pose(tenth(pose.roll()), tenth(pose.yaw()), tenth(pose.pitch())),
                face.usable(),
                face.refusal().map(refusal -> refusal.reason().name()).orElse(null),
                face.refusal().map(refusal -> "it " + refusal.text()).orElse(null));
    }

    private static double tenth(double value) {
        return Math.rint(value * 10) / 10;
    }
}
