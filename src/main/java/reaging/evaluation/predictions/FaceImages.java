package reaging.evaluation.predictions;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tensorflow.ndarray.StdArrays;
import reaging.data.FaceReader;
import reaging.data.FaceSet;
import reaging.data.Masks;
import reaging.data.ReadableFaces;
import reaging.savedmodel.ReAger;

/** Reads the readable faces of a set one by one. */
public final class FaceImages {
    private final FaceSet faces;
    private final FaceReader reader;
    private final ReadableFaces readable;

    /**
     * A face.
     *
     * @param image [S][S][3] in [-1, 1]
     * @param mask [S][S][1], 1 = face, if the set has masks
     */
    public record Face(float[][][] image, float @Nullable [][][] mask) {
        /** Re-ages the face to ages in years, each [S][S][3]; without its mask if the model takes none. */
        public List<float[][][]> at(ReAger model, double... ages) {
            return mask == null || !model.takesMasks() ? model.reAge(image, ages) : model.reAge(image, mask, ages);
        }

        /** Re-ages pictures of this face to an age in years; without its mask if the model takes none. */
        public List<float[][][]> back(ReAger model, List<float[][][]> pictures, double age) {
            return mask == null || !model.takesMasks() ? model.reAge(pictures, age) : model.reAge(pictures, mask, age);
        }
    }

    public FaceImages(FaceSet faces, int size, Consumer<String> notices) {
        this.faces = faces;
        reader = new FaceReader(faces, size);
        readable = new ReadableFaces(faces, size, notices);
    }

    /** Returns the first readable faces. */
    public int[] readable(List<Integer> indices, int most) {
        return indices.stream()
                .mapToInt(Integer::intValue)
                .filter(readable::contains)
                .limit(most)
                .toArray();
    }

    public Face read(int index) {
        try (var pixels = reader.read(new int[] {index}, new boolean[1])) {
            return new Face(
                    StdArrays.array3dCopyOf(pixels.images().get(0)),
                    faces.masks() == Masks.NONE
                            ? null
                            : StdArrays.array3dCopyOf(pixels.masks().get(0)));
        }
    }
}
