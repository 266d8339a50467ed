package reaging.data;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import reaging.files.Hashes;

/**
 * A data set split in two: faces to train on and faces that training never sees.
 *
 * @param training faces to train on
 * @param heldOut faces that training never sees
 */
public record Split(FaceSet training, FaceSet heldOut) {
    private static final int MOST_HELD_OUT = 1000;

    /**
     * Chooses a tenth of a set, at most 1,000 faces: those with the smallest hash of their label, so that the same faces
     * are held out in every run and on every machine (our choice).
     */
    public static Set<String> heldOut(Collection<String> labels) {
        return heldOut(labels.stream().collect(Collectors.toMap(label -> label, label -> label, (one, same) -> one)));
    }

    /**
     * Chooses a tenth of a set whose people are known: all faces of a person are held out together, starting with the smallest
     * hash of their name, so that nobody is on both sides. A person with more than a tenth of the faces is held out only if
     * everyone has that many.
     *
     * @param people people by the labels of their faces; a face of an unknown person has a name of its own
     */
    public static Set<String> heldOut(Map<String, String> people) {
        Map<String, List<String>> byPerson = new HashMap<>();
        people.forEach((label, person) ->
                byPerson.computeIfAbsent(person, key -> new ArrayList<>()).add(label));
        if (byPerson.size() == 1 && people.size() > 1) {
            return heldOut(people.keySet()); // a single person, whose faces have to be split
        }
        int most = Math.min(MOST_HELD_OUT, Math.max(1, people.size() / 10));
        Set<String> heldOut = new HashSet<>();
        var order = Hashes.inOrder(byPerson.keySet());
        for (var person : order) {
            var faces = Objects.requireNonNull(byPerson.get(person));
            if (heldOut.size() + faces.size() <= most) {
                heldOut.addAll(faces);
            }
        }
        return Set.copyOf(heldOut.isEmpty() ? fewest(order, byPerson) : heldOut);
    }

    /** Returns the faces of the person with the fewest; among several, of the first in order. */
    private static Collection<String> fewest(List<String> order, Map<String, List<String>> byPerson) {
        return order.stream()
                .map(byPerson::get)
                .min(Comparator.comparingInt(List::size))
                .orElseThrow();
    }

    /** Returns this split with a part of its held-out faces. */
    public Split with(HeldOut part) {
        return new Split(training, part.of(heldOut));
    }
}
