package reaging.app.shell;

import static reaging.app.shell.Problem.clearly;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tensorflow.Result;
import org.tensorflow.ndarray.FloatNdArray;
import org.tensorflow.ndarray.NdArrays;
import org.tensorflow.ndarray.StdArrays;
import org.tensorflow.types.TFloat32;
import reaging.data.AgeGroup;
import reaging.savedmodel.Contract;
import reaging.savedmodel.FeatureMaps;
import reaging.savedmodel.ReAger;

/** An open model for interactive use; it holds native memory until it is closed. */
public final class OpenModel implements AutoCloseable {
    private final Path folder;
    private final ReAger reAger;
    private @Nullable FeatureMaps inside; // null: not needed yet

    private OpenModel(Path folder) {
        this.folder = folder;
        reAger = ReAger.load(folder);
    }

    static OpenModel of(Path folder) {
        return OpenResources.keep(new OpenModel(folder));
    }

    /** Returns the SavedModel's folder. */
    public Path folder() {
        return folder;
    }

    /** Returns the side S of the faces that the model makes, in pixels. */
    public int imageSize() {
        return reAger.imageSize();
    }

    /** Re-ages a face to an age in years. */
    public Face reage(Face face, double age) {
        return clearly(() -> {
            var image = at(face, age).get(0);
            return new Face(face.title() + " at " + AgeGroup.text(age), image, face.mask());
        });
    }

    /** Shows a face unchanged and at several ages, in years, in one row. */
    public Gallery reage(Face face, double... ages) {
        return clearly(() -> {
            List<String> columns = new ArrayList<>(List.of("input"));
            Arrays.stream(ages).mapToObj(AgeGroup::text).forEach(columns::add);
            return new Gallery(face.title(), columns, List.of(row(face, ages)));
        });
    }

    /** Shows faces unchanged and at the centres of the ten age groups, a row for each face. */
    Gallery ages(List<Face> faces) {
        List<String> columns = new ArrayList<>(List.of("input"));
        Arrays.stream(AgeGroup.values()).map(AgeGroup::label).forEach(columns::add);
        return new Gallery(
                "ages",
                columns,
                faces.stream().map(face -> row(face, AgeGroup.centres())).toList());
    }

    private List<BufferedImage> row(Face face, double[] ages) {
        List<BufferedImage> row = new ArrayList<>(List.of(face.image()));
        row.addAll(at(face, ages));
        return row;
    }

    private List<BufferedImage> at(Face face, double... ages) {
        return face.mask() == null ? reAger.reAge(face.image(), ages) : reAger.reAge(face.image(), face.mask(), ages);
    }

    /** Returns f_id, the identity features of a face: [16, 16, C]. */
    public Features identity(Face face) {
        return clearly(() -> {
            try (var result = encode(face)) {
                return new Features("identity of " + face.title(), copy(result));
            }
        });
    }

    /** Returns f_aw, the age modulator's output for a face's identity and a target age in years: [d]. */
    public Features style(Face face, double age) {
        return clearly(() -> {
            AgeGroup.requireAge(age);
            try (var encoded = encode(face);
                    var years = TFloat32.vectorOf((float) age);
                    var result = reAger.modulate((TFloat32) encoded.get(0), years)) {
                return new Features("style of " + face.title() + " for " + AgeGroup.text(age) + " years", copy(result));
            }
        });
    }

    private Result encode(Face face) {
        try (var image = tensor(face.pixels(imageSize()));
                var mask = tensor(face.weights(imageSize()))) {
            return face.mask() == null
                    ? reAger.call(Contract.ENCODE, Map.of(Contract.IMAGE, image))
                    : reAger.encode(image, mask);
        }
    }

    /** Makes a batch of one. */
    private static TFloat32 tensor(float[][][] values) {
        return TFloat32.tensorOf(StdArrays.ndCopyOf(new float[][][][] {values}));
    }

    /** Copies the only item of a batch of one. */
    private static FloatNdArray copy(Result result) {
        var values = ((TFloat32) result.get(0)).get(0);
        FloatNdArray copy = NdArrays.ofFloats(values.shape());
        values.copyTo(copy);
        return copy;
    }

    /**
     * Returns the output of a layer when a face is re-aged to an age in years.
     *
     * @param layer one of {@link Shell#layers}, such as {@code identity_encoder/block_0/conv_1}
     */
    public Features features(Face face, double age, String layer) {
        return clearly(() -> new Features(
                layer + " of " + face.title(),
                inside().of(layer, face.pixels(imageSize()), face.weights(imageSize()), age)));
    }

    private FeatureMaps inside() {
        if (inside == null) {
            inside = FeatureMaps.load(folder);
        }
        return inside;
    }

    ReAger reAger() {
        return reAger;
    }

    @Override
    public void close() {
        OpenResources.forget(this);
        reAger.close();
        if (inside != null) {
            inside.close();
        }
    }

    @Override
    public String toString() {
        return reAger.card()
                .map(card -> String.format(
                        Locale.ROOT,
                        "%s model, %.1f kimg, in %s",
                        card.config().model().preset(),
                        card.images() / 1000.0,
                        place()))
                .orElse("model of " + imageSize() + " pixels in " + place());
    }

    /** Returns the folder relative to the working directory. */
    private Path place() {
        return Path.of("").toAbsolutePath().relativize(folder.toAbsolutePath().normalize());
    }
}
