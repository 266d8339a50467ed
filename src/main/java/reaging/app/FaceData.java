package reaging.app;

import java.nio.file.Path;
import java.util.function.Consumer;
import reaging.data.Split;
import reaging.data.SyntheticFaceSet;
import reaging.data.SyntheticFaces;
import reaging.data.UtkFaceFolder;

/** Opens what {@code --data} names. */
public final class FaceData {
    /** What {@code --data} calls the synthetic faces. */
    public static final String SYNTHETIC = "synthetic";

    /** How many synthetic faces there are to train on. */
    static final int SYNTHETIC_FACES = 5000;

    /** How many more there are to judge by. */
    static final int SYNTHETIC_HELD_OUT = 200;

    private FaceData() {}

    /**
     * Faces to train on and faces to judge by.
     *
     * @param data a folder or {@code synthetic}
     * @param size of synthetic faces, in pixels
     * @param seed of synthetic faces
     * @param notices is told each file that is skipped
     */
    public static Split open(String data, int size, long seed, Consumer<String> notices) {
        return data.equals(SYNTHETIC)
                ? new Split(
                        new SyntheticFaceSet(new SyntheticFaces(SYNTHETIC_FACES, seed, size)),
                        new SyntheticFaceSet(heldOut(SYNTHETIC_HELD_OUT, size, seed)))
                : Split.byLabel(UtkFaceFolder.open(Path.of(data), notices));
    }

    /** People that no training with this seed sees. */
    static SyntheticFaces heldOut(int count, int size, long seed) {
        // Another seed draws other people; the constant keeps away from seeds that a person would choose.
        return new SyntheticFaces(count, seed ^ 0x68656C646F757421L, size);
    }
}
