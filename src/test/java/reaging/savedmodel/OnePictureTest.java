package reaging.savedmodel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tensorflow.Graph;
import org.tensorflow.Session;
import org.tensorflow.ndarray.NdArrays;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TString;
import reaging.data.FaceReader;
import reaging.data.Masks;
import reaging.data.folders.FaceFile;
import reaging.data.folders.FaceFolder;
import reaging.data.synthetic.SyntheticFaces;
import reaging.evaluation.predictions.FaceImages;
import reaging.model.ModelConfig;
import reaging.pictures.PictureReader;
import reaging.pictures.Pictures;
import reaging.pictures.Square;

/** A photo is the same input for training, evaluation, commands and the function of a SavedModel that takes files. */
@Tag("slow")
class OnePictureTest {
    private static final ModelConfig MODEL = ModelConfig.preset("tiny-32");
    private static final int SIZE = MODEL.imageSize();

    /** One level of 255, on average. */
    private static final double BOUND = 2 / 255.;

    @TempDir
    private static Path folder;

    private static Path photo;

    @BeforeAll
    static void draw() throws IOException {
        photo = folder.resolve("500.jpg");
        ImageIO.write(new SyntheticFaces(3, 5, 500).draw(2).image(), "jpeg", photo.toFile());
    }

    private static FaceFolder faces(Path file) {
        return new FaceFolder("one", List.of(new FaceFile("face", 30, file, null)), Masks.NONE);
    }

    private static float[] training(Path file, int size) {
        try (var pixels = new FaceReader(faces(file), size).read(new int[] {0}, new boolean[1])) {
            return values(pixels.images());
        }
    }

    private static float[] values(TFloat32 tensor) {
        float[] values = new float[(int) tensor.size()];
        tensor.asRawTensor().data().asFloats().read(values);
        return values;
    }

    /** As {@code serving_bytes} decodes it. */
    private static float[] serving(Path file, int size) throws IOException {
        try (var graph = new Graph();
                var session = new Session(graph);
                var bytes = TString.tensorOfBytes(NdArrays.vectorOfObjects(Files.readAllBytes(file)))) {
            Ops tf = Ops.create(graph);
            var input = tf.placeholder(TString.class);
            var images = ImageBytes.decode(tf, input, size);
            try (var result = session.runner().feed(input, bytes).fetch(images).run()) {
                return values((TFloat32) result.get(0));
            }
        }
    }

    private static double meanDifference(float[] a, float[] b) {
        assertEquals(a.length, b.length);
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += Math.abs(a[i] - b[i]);
        }
        return sum / a.length;
    }

    @ParameterizedTest
    @ValueSource(ints = {64, 128, 512})
    void trainingSeesWhatTheModelsOwnDecoderGives(int size) throws IOException {
        assertEquals(0, meanDifference(training(photo, size), serving(photo, size)), BOUND);
    }

    @Test
    void evaluationSeesWhatTrainingSees() {
        var seen = new FaceImages(faces(photo), SIZE, notice -> {}).read(0).image();

        assertArrayEquals(Square.rows(training(photo, SIZE), SIZE), seen);
    }

    @Test
    void aPhotoThatIsReAgedIsWhatTrainingSees() throws IOException {
        var model = ExportedModel.in(folder, MODEL, 3);
        try (var reAger = ReAger.load(model);
                var pixels = new FaceReader(faces(photo), SIZE).read(new int[] {0}, new boolean[1]);
                var files = TString.tensorOfBytes(NdArrays.vectorOfObjects(Files.readAllBytes(photo)));
                var years = TFloat32.vectorOf(60);
                var ofBatch = reAger.reAge(pixels.images(), years);
                var ofBytes = reAger.call(
                        Contract.REAGE_BYTES, Map.of(Contract.IMAGE_BYTES, files, Contract.TARGET_AGE, years))) {
            var ofPhoto = reAger.reAge(PictureReader.PHOTOS.read(photo), 60).get(0);
            var batch = Pictures.of(((TFloat32) ofBatch.get(0)).get(0));
            var served = ImageIO.read(new ByteArrayInputStream(
                    ((TString) ofBytes.get(0)).asBytes().getObject(0)));
            assertEquals(0, meanDifference(Square.signed(batch, SIZE), Square.signed(ofPhoto, SIZE)));
            assertEquals(0, meanDifference(Square.signed(batch, SIZE), Square.signed(served, SIZE)), BOUND);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {BufferedImage.TYPE_INT_ARGB, BufferedImage.TYPE_BYTE_GRAY, BufferedImage.TYPE_BYTE_INDEXED})
    void everyKindOfPngIsOnePictureToo(int type) throws IOException {
        var picture = new BufferedImage(40, 40, type);
        var graphics = picture.createGraphics();
        graphics.drawImage(new SyntheticFaces(3, 5, 40).draw(1).image(), 0, 0, null);
        graphics.dispose();
        if (type == BufferedImage.TYPE_INT_ARGB) {
            for (int i = 0; i < 1600; i++) {
                picture.setRGB(i % 40, i / 40, (picture.getRGB(i % 40, i / 40) & 0xffffff) | ((i % 256) << 24));
            }
        }
        var file = folder.resolve(type + ".png");
        ImageIO.write(picture, "png", file.toFile());

        assertEquals(0, meanDifference(training(file, SIZE), serving(file, SIZE)), BOUND);
    }
}
