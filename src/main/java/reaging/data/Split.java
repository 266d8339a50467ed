package reaging.data;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
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
        SortedMap<String, String> byHash = new TreeMap<>();
        labels.forEach(label -> byHash.put(Hashes.sha256(label.getBytes(StandardCharsets.UTF_8)), label));
        return byHash.values().stream()
                .limit(Math.min(MOST_HELD_OUT, Math.max(1, labels.size() / 10)))
                .collect(Collectors.toUnmodifiableSet());
    }
}
