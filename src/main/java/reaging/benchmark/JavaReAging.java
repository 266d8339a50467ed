package reaging.benchmark;

import java.util.Arrays;
import java.util.Random;
import org.tensorflow.Result;
import org.tensorflow.ndarray.NdArrays;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.types.TFloat32;
import reaging.savedmodel.ReAger;

/**
 * Times a model in this process. The faces are random numbers, since their content does not affect the speed. Holds native memory
 * until it is closed.
 */
public final class JavaReAging implements AutoCloseable {
    private static final float AGE = 70;

    private final ReAger model;
    private final Faces one;
    private final Faces batch;
    private final Result encoded; // [1, 16, 16, C]

    /** Faces with full masks and an age for each, as tensors. */
    private record Faces(TFloat32 images, TFloat32 masks, TFloat32 years) implements AutoCloseable {
        static Faces of(int count, int size) {
            float[] pixels = new float[count * size * size * 3];
            var random = new Random(0);
            for (int i = 0; i < pixels.length; i++) {
                pixels[i] = 2 * random.nextFloat() - 1;
            }
            return new Faces(
                    TFloat32.tensorOf(Shape.of(count, size, size, 3), DataBuffers.of(pixels)),
                    TFloat32.tensorOf(Shape.of(count, size, size, 1), masks -> masks.scalars()
                            .forEach(mask -> mask.setFloat(1))),
                    TFloat32.tensorOf(NdArrays.vectorOf(ages(count))));
        }

        private static float[] ages(int count) {
            float[] ages = new float[count];
            Arrays.fill(ages, AGE);
            return ages;
        }

        @Override
        public void close() {
            images.close();
            masks.close();
            years.close();
        }
    }

    /**
     * Generates the faces.
     *
     * @param model the model, which the caller closes
     * @param faces number of faces in a batch
     * @throws IllegalArgumentException if the model has no signatures for encoding, modulating and decoding
     */
    public JavaReAging(ReAger model, int faces) {
        this.model = model;
        if (!model.offersStages()) {
            throw new IllegalArgumentException(
                    "a model must encode, modulate and decode by signatures of their own to be"
                            + " measured but has only "
                            + String.join(", ", model.signatures().keySet())
                            + "; export it again");
        }
        one = Faces.of(1, model.imageSize());
        batch = Faces.of(faces, model.imageSize());
        encoded = encode();
    }

    /** Performs a task a number of times and returns the seconds of each. */
    double[] seconds(ReAgingTask task, int calls) {
        double[] seconds = new double[calls];
        for (int i = 0; i < calls; i++) {
            long began = System.nanoTime();
            run(task);
            seconds[i] = (System.nanoTime() - began) / 1e9;
        }
        return seconds;
    }

    private void run(ReAgingTask task) {
        switch (task) {
            case SINGLE -> model.reAge(one.images, one.years).close();
            case BATCH -> model.reAge(batch.images, batch.years).close();
            case ENCODE -> encode().close();
            case SLIDE -> slide().close();
        }
    }

    private Result encode() {
        return model.encode(one.images, one.masks);
    }

    private Result slide() {
        return model.decode(one.images, one.masks, (TFloat32) encoded.get(0), one.years);
    }

    @Override
    public void close() {
        encoded.close();
        one.close();
        batch.close();
    }
}
