package reaging.data.prepare;

import java.util.ArrayList;
import java.util.List;
import reaging.data.FaceSet;

/** Finds problems that make a readable data set poor training data. */
public final class Concerns {
    private Concerns() {}

    /**
     * Returns a sentence for each problem; reads the pixels of a few faces.
     *
     * @param training faces to train on
     * @param batch faces per step
     */
    public static List<String> of(FaceSet training, int batch) {
        List<String> concerns = new ArrayList<>();
        AgeConcerns.of(training, batch).ifPresent(concerns::add);
        concerns.addAll(PixelConcerns.of(training));
        return concerns;
    }
}
