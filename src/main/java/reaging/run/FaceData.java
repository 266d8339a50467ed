package reaging.run;

import java.util.function.Consumer;
import reaging.data.Split;
import reaging.data.folders.DataFormat;
import reaging.data.folders.Pruning;
import reaging.data.synthetic.SyntheticFaceSet;
import reaging.data.synthetic.SyntheticFaces;

/** Opens a {@link DataSource}. */
public final class FaceData {
    /** The name of the synthetic faces. */
    public static final String SYNTHETIC = "synthetic";

    /** Number of synthetic faces to train on. */
    static final int SYNTHETIC_FACES = 5000;

    /** Number of additional, held-out synthetic faces. */
    static final int SYNTHETIC_HELD_OUT = 200;

    private FaceData() {}

    /**
     * Opens faces to train on and held-out faces.
     *
     * @param config configuration of the run; synthetic faces use its seed and size
     * @param notices receives notices on how a folder is read and what is skipped
     */
    public static Split open(RunConfig config, Consumer<String> notices) {
        if (config.data() instanceof DataSource.Folder folder) {
            var listing = config.format().list(folder.path(), config.prune());
            notices.accept(folder.name() + " is read as " + listing.reading());
            listing.report(notices);
            return listing.split();
        }
        if (config.prune() != Pruning.CONFIDENCE || config.format() != DataFormat.AUTO) {
            throw new IllegalArgumentException(
                    "format and pruning apply only to folders but the data is synthetic, with the format "
                            + config.format() + " and the pruning " + config.prune() + "; leave them out");
        }
        int size = config.model().imageSize();
        long seed = config.training().seed();
        return new Split(
                new SyntheticFaceSet(new SyntheticFaces(SYNTHETIC_FACES, seed, size)),
                new SyntheticFaceSet(heldOut(SYNTHETIC_HELD_OUT, size, seed)));
    }

    /** Returns people that no training with this seed sees, for reported figures. */
    public static SyntheticFaces heldOut(int count, int size, long seed) {
        // Another seed draws other people; the constants avoid seeds that a user would choose.
        return new SyntheticFaces(count, seed ^ 0x68656C646F757421L, size);
    }

    /** Returns other people that no training with this seed sees, for choosing checkpoints. */
    public static SyntheticFaces toChooseBy(int count, int size, long seed) {
        return new SyntheticFaces(count, seed ^ 0x63686F6F73652121L, size);
    }
}
