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

    /** How many synthetic faces there are to train on. */
    static final int SYNTHETIC_FACES = 5000;

    /** How many more there are to judge by. */
    static final int SYNTHETIC_HELD_OUT = 200;

    private FaceData() {}

    /**
     * Faces to train on and faces to judge by.
     *
     * @param config of the run, whose seed and size synthetic faces have too
     * @param notices is told how a folder is read, and what is skipped
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
                    "format and pruning are for folders but the data are synthetic, with the format " + config.format()
                            + " and the pruning " + config.prune() + "; leave them out");
        }
        int size = config.model().imageSize();
        long seed = config.training().seed();
        return new Split(
                new SyntheticFaceSet(new SyntheticFaces(SYNTHETIC_FACES, seed, size)),
                new SyntheticFaceSet(heldOut(SYNTHETIC_HELD_OUT, size, seed)));
    }

    /** People that no training with this seed sees, to report figures on. */
    public static SyntheticFaces heldOut(int count, int size, long seed) {
        // Another seed draws other people; the constants keep away from seeds that a person would choose.
        return new SyntheticFaces(count, seed ^ 0x68656C646F757421L, size);
    }

    /** Others that no training with this seed sees, to choose checkpoints by. */
    public static SyntheticFaces toChooseBy(int count, int size, long seed) {
        return new SyntheticFaces(count, seed ^ 0x63686F6F73652121L, size);
    }
}
