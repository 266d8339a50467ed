package reaging.savedmodel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.tensorflow.ndarray.StdArrays;
import org.tensorflow.types.TFloat32;
import reaging.data.AgeGroup;

/** One model at work on faces as arrays. */
public final class ReAging {
    private final ReAger model;

    public ReAging(ReAger model) {
        this.model = model;
    }

    /** The face at the ten groups' centres, each [S][S][3]. */
    public List<float[][][]> lifespan(float[][][] face, float[][][] mask) {
        return at(face, mask, Arrays.stream(AgeGroup.centres()).boxed().toList());
    }

    /** The face at some ages, in years, each [S][S][3]. */
    public List<float[][][]> at(float[][][] face, float[][][] mask, List<Double> ages) {
        var faces = new float[ages.size()][][][];
        Arrays.fill(faces, face);
        return to(faces, mask, ages.stream().mapToDouble(Double::doubleValue).toArray());
    }

    /** Each face at one age. */
    public List<float[][][]> back(List<float[][][]> faces, float[][][] mask, double age) {
        double[] ages = new double[faces.size()];
        Arrays.fill(ages, age);
        return to(faces.toArray(float[][][][]::new), mask, ages);
    }

    private List<float[][][]> to(float[][][][] faces, float[][][] mask, double[] ages) {
        float[] years = new float[ages.length];
        for (int i = 0; i < ages.length; i++) {
            years[i] = (float) ages[i];
        }
        try (var faceTensor = TFloat32.tensorOf(StdArrays.ndCopyOf(faces));
                var maskTensor = masks(faces.length, mask);
                var yearTensor = TFloat32.vectorOf(years);
                var result = model.reAge(faceTensor, maskTensor, yearTensor)) {
            var tensor = (TFloat32) result.get(0);
            List<float[][][]> outputs = new ArrayList<>();
            for (int i = 0; i < faces.length; i++) {
                outputs.add(StdArrays.array3dCopyOf(tensor.get(i)));
            }
            return outputs;
        }
    }

    /** Null where there is no mask or the model takes none. */
    private TFloat32 masks(int count, float[][][] mask) {
        if (mask == null || !model.takesMasks()) {
            return null;
        }
        var masks = new float[count][][][];
        Arrays.fill(masks, mask);
        return TFloat32.tensorOf(StdArrays.ndCopyOf(masks));
    }
}
