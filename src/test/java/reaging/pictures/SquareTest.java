package reaging.pictures;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.image.BufferedImage;
import java.util.Random;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Ops;
import org.tensorflow.op.image.ResizeBilinear;
import org.tensorflow.op.image.ResizeNearestNeighbor;
import org.tensorflow.types.TFloat32;

class SquareTest {
    private static BufferedImage noise(int width, int height) {
        var random = new Random(7);
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < width * height; i++) {
            picture.setRGB(i % width, i / width, random.nextInt(1 << 24));
        }
        return picture;
    }

    /** What TensorFlow makes of the middle square of a picture, [S, S, 3]. */
    private static float[] byTensorFlow(
            BufferedImage picture, int size, BiFunction<Ops, Operand<TFloat32>, Operand<TFloat32>> resize) {
        int side = Math.min(picture.getWidth(), picture.getHeight());
        float[] levels = new float[side * side * 3];
        for (int i = 0; i < levels.length; i++) {
            int x = (picture.getWidth() - side) / 2 + i / 3 % side;
            int y = (picture.getHeight() - side) / 2 + i / 3 / side;
            levels[i] = picture.getRGB(x, y) >> (16 - 8 * (i % 3)) & 0xff;
        }
        try (var graph = new Graph();
                var session = new Session(graph);
                var square = TFloat32.tensorOf(Shape.of(1, side, side, 3), DataBuffers.of(levels))) {
            Ops tf = Ops.create(graph);
            var input = tf.placeholder(TFloat32.class);
            var output = resize.apply(tf, input);
            float[] result = new float[size * size * 3];
            try (var fetched =
                    session.runner().feed(input, square).fetch(output).run()) {
                ((TFloat32) fetched.get(0)).asRawTensor().data().asFloats().read(result);
            }
            return result;
        }
    }

    @ParameterizedTest
    @CsvSource({"50, 50, 16", "61, 50, 33", "50, 61, 49", "64, 64, 32", "64, 64, 64", "500, 400, 64", "7, 9, 1"})
    void shrinkingIsTensorFlowsAreaAverage(int width, int height, int size) {
        var picture = noise(width, height);

        var expected = byTensorFlow(picture, size, (tf, square) -> tf.image.resizeArea(square, tf.array(size, size)));

        assertArrayEquals(expected, Square.levels(picture, size), 1e-2f);
    }

    @ParameterizedTest
    @CsvSource({"16, 16, 50", "33, 20, 21", "32, 32, 64", "1, 1, 3", "2, 3, 5"})
    void growingIsTensorFlowsBilinearResize(int width, int height, int size) {
        var picture = noise(width, height);

        var expected = byTensorFlow(
                picture,
                size,
                (tf, square) ->
                        tf.image.resizeBilinear(square, tf.array(size, size), ResizeBilinear.halfPixelCenters(true)));

        assertArrayEquals(expected, Square.levels(picture, size), 1e-2f);
    }

    @ParameterizedTest
    @CsvSource({"50, 50, 16", "61, 50, 33", "16, 17, 50", "64, 64, 64", "3, 3, 2"})
    void masksTakeTensorFlowsNearestPixels(int width, int height, int size) {
        var picture = noise(width, height);
        for (int i = 0; i < width * height; i++) {
            picture.setRGB(i % width, i / width, 0x010101 * (picture.getRGB(i % width, i / width) & 0xff));
        }

        var expected = byTensorFlow(
                picture,
                size,
                (tf, square) -> tf.image.resizeNearestNeighbor(
                        square, tf.array(size, size), ResizeNearestNeighbor.halfPixelCenters(true)));

        int[] values = Square.nearest(picture, size);
        for (int i = 0; i < values.length; i++) {
            assertEquals(expected[3 * i], values[i]);
        }
    }

    @Test
    void networksSeeNumbersFromMinusOneToOne() {
        var picture = new BufferedImage(2, 2, BufferedImage.TYPE_INT_RGB);
        picture.setRGB(0, 0, 0xff0000);

        assertArrayEquals(
                new float[] {1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1}, Square.signed(picture, 2), 1e-6f);
    }
}
