package reaging.app.photos;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import reaging.faces.DetectedFace;

/**
 * A choice of which faces of a photo to re-age.
 *
 * @param kind kind of choice
 * @param numbers for {@link Kind#NUMBERED}: numbers from 1, counted from left to right
 */
public record FaceChoice(Kind kind, List<Integer> numbers) {
    /** The kinds of choices. */
    public enum Kind {
        ALL,
        LARGEST,
        NUMBERED
    }

    /** Parses what a user typed. */
    public static FaceChoice of(String text) {
        return switch (text) {
            case "all" -> new FaceChoice(Kind.ALL, List.of());
            case "largest" -> new FaceChoice(Kind.LARGEST, List.of());
            default -> new FaceChoice(Kind.NUMBERED, numbers(text));
        };
    }

    private static List<Integer> numbers(String text) {
        if (!text.matches("[1-9][0-9]{0,3}(,[1-9][0-9]{0,3})*")) {
            throw new IllegalArgumentException("faces must be \"all\", \"largest\" or comma-separated numbers,"
                    + " counted from the left, but is " + text + "; try 1,3");
        }
        return Arrays.stream(text.split(",")).map(Integer::valueOf).toList();
    }

    /**
     * Returns the indices of the chosen faces in a photo's list of faces.
     *
     * @throws IllegalArgumentException if a chosen face does not exist or cannot be re-aged
     */
    public List<Integer> of(List<DetectedFace> faces) {
        return switch (kind) {
            case ALL ->
                IntStream.range(0, faces.size())
                        .filter(i -> faces.get(i).usable())
                        .boxed()
                        .toList();
            case LARGEST ->
                IntStream.range(0, faces.size())
                        .filter(i -> faces.get(i).usable())
                        .boxed()
                        .max(Comparator.comparingDouble(i -> faces.get(i).box().area()))
                        .stream()
                        .toList();
            case NUMBERED ->
                numbers.stream().map(number -> place(number, faces)).toList();
        };
    }

    private static int place(int number, List<DetectedFace> faces) {
        if (number > faces.size()) {
            throw new IllegalArgumentException("faces must name faces of the photo, from 1 to " + faces.size()
                    + " counted from the left, but names " + number + "; choose another");
        }
        faces.get(number - 1).refusal().ifPresent(refusal -> {
            throw new IllegalArgumentException(
                    "faces must name faces that can be re-aged but number " + number + " cannot: it " + refusal.text());
        });
        return number - 1;
    }
}
