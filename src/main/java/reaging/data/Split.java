package reaging.data;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import reaging.files.Hashes;

/**
 * A data set cut in two: faces to train on and faces that training never sees.
 *
 * @param training to train on
 * @param heldOut to judge by
 */
public record Split(FaceSet training, FaceSet heldOut) {
    private static final int MOST_HELD_OUT = 1000;

    /**
     * Chooses a tenth of a set, at most 1,000 faces: those with the smallest hash of their label, so that the same faces
     * are held out in every run and on every machine (our choice).
     */
    public static Set<String> heldOut(Collection<String> labels) {
        return Hashes.inOrder(labels).stream()
                .limit(Math.min(MOST_HELD_OUT, Math.max(1, labels.size() / 10)))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The same with some of the faces that were held out. */
    public Split with(HeldOut part) {
        return new Split(training, part.of(heldOut));
    }
}
