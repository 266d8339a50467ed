package reaging.data;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import reaging.files.Hashes;

/**
 * A part of the faces that training never sees. Checkpoints and settings are chosen on some of them and figures reported on the
 * others, so that the choice does not bias the figures. Three in ten are for choosing: those with the smallest hashes of their
 * labels, the same ones in every run and on every machine (our choice).
 */
public enum HeldOut {
    /** The faces on which checkpoints and settings are chosen. */
    CHOOSING,
    /** The faces on which figures are reported. */
    REPORTING,
    /** All held-out faces. */
    ALL;

    /** Selects this part of held-out faces; a single face serves both purposes. */
    public FaceSet of(FaceSet heldOut) {
        if (this == ALL || heldOut.size() < 2) {
            return heldOut;
        }
        var labels = IntStream.range(0, heldOut.size()).mapToObj(heldOut::label).toList();
        var toChooseBy = toChooseBy(labels);
        return new PartOfFaces(
                heldOut,
                IntStream.range(0, labels.size())
                        .filter(index -> toChooseBy.contains(labels.get(index)) == (this == CHOOSING))
                        .toArray());
    }

    private static Set<String> toChooseBy(List<String> labels) {
        int count = Math.max(1, labels.size() * 3 / 10);
        return new HashSet<>(Hashes.inOrder(labels).subList(0, count));
    }
}
