package reaging.data;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.stream.IntStream;

/**
 * A data set cut in two: faces to train on and faces that training never sees.
 *
 * @param training to train on
 * @param heldOut to judge by
 */
public record Split(FaceSet training, FaceSet heldOut) {
    private static final int MOST_HELD_OUT = 1000;

    /**
     * Holds out a tenth of a set, at most 1,000 faces: those with the smallest hash of their label, so that the same faces
     * are held out in every run and on every machine (our choice).
     */
    public static Split byLabel(FaceSet faces) {
        if (faces.size() < 2) {
            throw new IllegalArgumentException("a data set must have at least 2 faces but " + faces.name() + " has "
                    + faces.size() + "; give a folder with more images");
        }
        int[] order = IntStream.range(0, faces.size())
                .boxed()
                .sorted(Comparator.comparing(index -> hash(faces.label(index))))
                .mapToInt(Integer::intValue)
                .toArray();
        int heldOut = Math.min(MOST_HELD_OUT, Math.max(1, faces.size() / 10));
        return new Split(
                new Subset(faces, IntStream.of(order).skip(heldOut).sorted().toArray()),
                new Subset(faces, IntStream.of(order).limit(heldOut).sorted().toArray()));
    }

    private static String hash(String label) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(label.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
