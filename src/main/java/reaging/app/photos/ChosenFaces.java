package reaging.app.photos;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import reaging.app.options.ModelOptions;
import reaging.faces.DetectedFaces;
import reaging.faces.EncodedFace;
import reaging.faces.Photo;
import reaging.faces.PhotoReAger;

/**
 * The faces of a photo that a command works on.
 *
 * @param found all detected faces
 * @param numbers indices of the chosen ones among them, from 0
 * @param faces the chosen ones
 */
record ChosenFaces(DetectedFaces found, List<Integer> numbers, List<EncodedFace> faces) {
    /**
     * Finds the faces of a photo, reports those that cannot be re-aged, and selects the chosen ones.
     *
     * @param path path of the photo, for messages
     * @throws IllegalArgumentException if no face is left, or a chosen one cannot be re-aged
     */
    static ChosenFaces of(Path path, Photo photo, PhotoReAger reAger, FaceChoice choice) {
        var found = reAger.find(photo);
        notice(path, found);
        var numbers = choice.of(found.faces());
        if (numbers.isEmpty()) {
            throw new IllegalArgumentException(noFace(path, found, ModelOptions.offer(reAger)));
        }
        var faces = numbers.stream()
                .map(i -> reAger.encode(photo, found.faces().get(i)))
                .toList();
        return new ChosenFaces(found, numbers, faces);
    }

    private static String noFace(Path path, DetectedFaces found, String offer) {
        return "a photo must show a face that can be re-aged but " + path + " shows "
                + (found.faces().isEmpty() ? "none" : "only " + found.faces().size() + " that cannot")
                + (offer.isEmpty() ? "" : "; " + offer);
    }

    private static void notice(Path path, DetectedFaces found) {
        for (int i = 0; i < found.faces().size(); i++) {
            var face = found.faces().get(i);
            if (!face.usable()) {
                System.err.printf(
                        Locale.ROOT,
                        "%s: face %d, at %.0f,%.0f and %.0f x %.0f pixels, is left unchanged: it %s%n",
                        path,
                        i + 1,
                        face.box().x(),
                        face.box().y(),
                        face.box().width(),
                        face.box().height(),
                        face.refusal().orElseThrow().text());
            }
        }
    }
}
