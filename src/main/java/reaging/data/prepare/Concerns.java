package reaging.data.prepare;

import java.util.ArrayList;
import java.util.List;
import reaging.data.FaceSet;

/** What makes a data set worth little to train on although all of it can be read. */
public final class Concerns {
    private Concerns() {}

    /**
     * A sentence for each; the pixels of a few faces are read.
     *
     * @param training faces to train on
     * @param batch faces in a step
     */
    public static List<String> of(FaceSet training, int batch) {
        List<String> concerns = new ArrayList<>();
        AgeConcerns.of(training, batch).ifPresent(concerns::add);
        concerns.addAll(PixelConcerns.of(training));
        return concerns;
    }
}
