package reaging.app.photos;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import reaging.faces.Box;
import reaging.faces.DetectedFaces;
import reaging.faces.Pose;

/**
 * The outcome of a photo, for {@code --json}.
 *
 * @param photo the file
 * @param width in pixels; 0 if it could not be read
 * @param height in pixels; 0 if it could not be read
 * @param finder name of the face finder, if the photo could be read
 * @param faces faces from left to right
 * @param files the written files
 * @param failure why nothing was written, if nothing was
 */
record PhotoOutcome(
        String photo,
        int width,
        int height,
        @Nullable String finder,
        List<Face> faces,
        List<Aged> files,
        @Nullable String failure) {

    /**
     * A face.
     *
     * @param number number counted from the left, from 1
     * @param reAged whether it was re-aged
     * @param skipped why it could not be re-aged, if it could not
     * @param reason that reason in words
     */
    record Face(
            int number,
            Box box,
            double score,
            Pose pose,
            boolean reAged,
            @Nullable String skipped,
            @Nullable String reason) {}

    /** A file with faces at an age; a strip of several ages has none. */
    record Aged(@Nullable Double age, String file) {}

    /** All outcomes, with the name of the model. */
    record Report(String model, List<PhotoOutcome> photos) {}

    static PhotoOutcome failed(String photo, String failure) {
        return new PhotoOutcome(photo, 0, 0, null, List.of(), List.of(), failure);
    }

    static List<Face> faces(DetectedFaces found, List<Integer> chosen) {
        return IntStream.range(0, found.faces().size())
                .mapToObj(i -> {
                    var face = found.faces().get(i);
                    return new Face(
                            i + 1,
                            rounded(face.box()),
                            rounded(face.score(), 1000),
                            new Pose(
                                    rounded(face.pose().roll(), 10),
                                    rounded(face.pose().yaw(), 10),
                                    rounded(face.pose().pitch(), 10)),
                            chosen.contains(i),
                            face.refusal()
                                    .map(refusal -> refusal.reason().name())
                                    .orElse(null),
                            face.refusal()
                                    .map(refusal -> "it " + refusal.text())
                                    .orElse(null));
                })
                .toList();
    }

    private static Box rounded(Box box) {
        return new Box(rounded(box.x(), 10), rounded(box.y(), 10), rounded(box.width(), 10), rounded(box.height(), 10));
    }

    private static double rounded(double value, int parts) {
        return Math.rint(value * parts) / parts;
    }
}
