package reaging.savedmodel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.tensorflow.Result;
import org.tensorflow.ndarray.StdArrays;
import org.tensorflow.types.TFloat32;
import reaging.data.AgeGroup;

/** Re-ages faces given as arrays for a {@link ReAger}: in batches, and one face at several ages with one encoding. */
final class FaceArrays {
    private final ReAger model;
    private final ContractCheck check;

    /** Re-ages a batch of images, each to its own age. */
    @FunctionalInterface
    private interface Pass {
        Result run(TFloat32 images, TFloat32 years);
    }

    FaceArrays(ReAger model, ContractCheck check) {
        this.model = model;
        this.check = check;
    }

    List<float[][][]> reAge(float[][][] face, double... ages) {
        return encodesOnce(ages)
                ? encodedOnce(face, whole(face.length), ages)
                : reAge(Collections.nCopies(ages.length, face), ages, model::reAge);
    }

    List<float[][][]> reAge(float[][][] face, float[][][] mask, double... ages) {
        return encodesOnce(ages)
                ? encodedOnce(face, mask, ages)
                : reAge(Collections.nCopies(ages.length, face), ages, masked(mask));
    }

    List<float[][][]> reAge(List<float[][][]> faces, double age) {
        return reAge(faces, repeated(age, faces.size()), model::reAge);
    }

    List<float[][][]> reAge(List<float[][][]> faces, float[][][] mask, double age) {
        return reAge(faces, repeated(age, faces.size()), masked(mask));
    }

    private static double[] repeated(double age, int times) {
        double[] ages = new double[times];
        Arrays.fill(ages, age);
        return ages;
    }

    private Pass masked(float[][][] mask) {
        return (images, years) -> {
            try (var masks = batch(Collections.nCopies((int) years.size(), mask))) {
                return model.reAge(images, masks, years);
            }
        };
    }

    /** Re-ages all faces at once, or one by one if the model does not accept as many. */
    private List<float[][][]> reAge(List<float[][][]> faces, double[] ages, Pass pass) {
        int together = check.takes(faces.size()) ? faces.size() : 1;
        List<float[][][]> reAged = new ArrayList<>();
        for (int from = 0; from < faces.size(); from += together) {
            int to = from + together;
            try (var images = batch(faces.subList(from, to));
                    var years = years(Arrays.copyOfRange(ages, from, to));
                    var result = pass.run(images, years)) {
                reAged.addAll(faces(result));
            }
        }
        return reAged;
    }

    private boolean encodesOnce(double... ages) {
        return ages.length > 1 && model.offersStages() && check.takes(ages.length);
    }

    private List<float[][][]> encodedOnce(float[][][] face, float[][][] mask, double... ages) {
        try (var image = batch(List.<float[][][]>of(face));
                var weights = batch(List.<float[][][]>of(mask));
                var encoded = model.encode(image, weights);
                var identity =
                        batch(Collections.nCopies(ages.length, arrays(encoded).get(0)));
                var images = batch(Collections.nCopies(ages.length, face));
                var masks = batch(Collections.nCopies(ages.length, mask));
                var years = years(ages);
                var result = model.decode(images, masks, identity, years)) {
            return faces(result);
        }
    }

    /** Returns the mask of an image that is all face. */
    private static float[][][] whole(int size) {
        var mask = new float[size][size][1];
        Arrays.stream(mask).flatMap(Arrays::stream).forEach(weight -> weight[0] = 1);
        return mask;
    }

    private static TFloat32 years(double... ages) {
        float[] years = new float[ages.length];
        for (int i = 0; i < ages.length; i++) {
            years[i] = (float) AgeGroup.requireAge(ages[i]);
        }
        return TFloat32.vectorOf(years);
    }

    private static TFloat32 batch(List<float[][][]> items) {
        return TFloat32.tensorOf(StdArrays.ndCopyOf(items.toArray(float[][][][]::new)));
    }

    private List<float[][][]> faces(Result result) {
        check.requireSize(result.get(0).shape(), model.imageSize());
        return arrays(result);
    }

    private static List<float[][][]> arrays(Result result) {
        return Arrays.asList(StdArrays.array4dCopyOf((TFloat32) result.get(0)));
    }
}
