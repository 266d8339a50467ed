package reaging.faces;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.tensorflow.Result;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.types.TFloat32;
import reaging.data.AgeGroup;
import reaging.savedmodel.ReAger;

/**
 * A face of a photo whose identity the model has encoded, so that each age costs only what depends on it. It may be used from any
 * thread and holds no native memory, but the {@link PhotoReAger} that made it must stay open.
 */
public final class EncodedFace {
    private final ReAger model;
    private final AlignedFace face;
    private final float[] identity; // [16 * 16 * C]; empty: the model exports no stages, or takes no masks
    private final Shape identityShape;

    private EncodedFace(ReAger model, AlignedFace face, float[] identity, Shape identityShape) {
        this.model = model;
        this.face = face;
        this.identity = identity;
        this.identityShape = identityShape;
    }

    static EncodedFace of(ReAger model, AlignedFace face) {
        if (!model.offersStages()) {
            return new EncodedFace(model, face, new float[0], Shape.of(0));
        }
        try (var image = face.imageTensor();
                var mask = face.maskTensor();
                var result = model.encode(image, mask)) {
            return new EncodedFace(model, face, values(result), result.get(0).shape());
        }
    }

    private boolean encoded() {
        return identity.length > 0;
    }

    /** Returns the square of the photo that the model sees. */
    public Region region() {
        return face.region();
    }

    /**
     * Returns the same face in a picture of a part of the photo, as {@link Photo#picture(Region, int)} makes it.
     *
     * @param view square of the photo that the picture shows
     * @param side side of the picture in pixels
     */
    public EncodedFace in(Region view, int side) {
        var moved = new AlignedFace(face.region().in(view, side), face.image(), face.mask());
        return new EncodedFace(model, moved, identity, identityShape);
    }

    /** Returns the crop that the model sees, S x S pixels. */
    public BufferedImage crop() {
        return face.picture();
    }

    /** Returns the model's mask of the crop, S x S pixels, white for the person. */
    public BufferedImage mask() {
        return face.maskPicture();
    }

    /** Returns roughly how many bytes of the Java heap it takes. */
    public long bytes() {
        int numbers = face.image().values().length + face.mask().cells().values().length;
        return 4L * (numbers + identity.length);
    }

    /**
     * Re-ages the face.
     *
     * @param age target age in years, 0 to 120
     */
    public AgedFace at(double age) {
        AgeGroup.requireAge(age);
        if (encoded()) {
            return at(List.of(this), new double[] {age}).get(0);
        }
        try (var years = TFloat32.vectorOf((float) age);
                var image = face.imageTensor();
                var result = reAge(image, years)) {
            return new AgedFace(face, new Grid(values(result), face.side(), 3));
        }
    }

    private Result reAge(TFloat32 image, TFloat32 years) {
        if (!model.takesMasks()) {
            return model.reAge(image, years);
        }
        try (var mask = face.maskTensor()) {
            return model.reAge(image, mask, years);
        }
    }

    /**
     * Re-ages faces, in one run of the model if it exports its stages.
     *
     * @param faces faces from one {@link PhotoReAger}, of any photos
     * @param ages target age of each in years, 0 to 120
     * @return the results in the order of the faces
     */
    public static List<AgedFace> at(List<EncodedFace> faces, double... ages) {
        List<AgedFace> aged = new ArrayList<>();
        if (!faces.stream().allMatch(EncodedFace::encoded)) {
            for (int i = 0; i < faces.size(); i++) {
                aged.add(faces.get(i).at(ages[i]));
            }
            return aged;
        }
        try (var result = decoded(faces, ages)) {
            float[] values = values(result);
            int length = values.length / faces.size();
            for (int i = 0; i < faces.size(); i++) {
                var face = faces.get(i).face;
                float[] own = Arrays.copyOfRange(values, i * length, (i + 1) * length);
                aged.add(new AgedFace(face, new Grid(own, face.side(), 3)));
            }
        }
        return aged;
    }

    private static Result decoded(List<EncodedFace> faces, double... ages) {
        var first = faces.get(0);
        int side = first.face.side();
        try (var years = years(ages);
                var image = batch(faces, Shape.of(side, side, 3), face -> face.face
                        .image()
                        .values());
                var mask = batch(
                        faces, Shape.of(side, side, 1), face -> face.face.mask().hard(side));
                var encoded = batch(faces, first.identityShape.tail(), face -> face.identity)) {
            return first.model.decode(image, mask, encoded, years);
        }
    }

    private static TFloat32 years(double... ages) {
        var years = new float[ages.length];
        for (int i = 0; i < ages.length; i++) {
            years[i] = (float) AgeGroup.requireAge(ages[i]);
        }
        return TFloat32.vectorOf(years);
    }

    /** Stacks a part of each face, [N, ...]; the caller closes it. */
    private static TFloat32 batch(List<EncodedFace> faces, Shape shape, Function<EncodedFace, float[]> part) {
        int length = (int) shape.size();
        var values = new float[faces.size() * length];
        for (int i = 0; i < faces.size(); i++) {
            System.arraycopy(part.apply(faces.get(i)), 0, values, i * length, length);
        }
        return TFloat32.tensorOf(shape.prepend(faces.size()), DataBuffers.of(values));
    }

    /**
     * Returns the modulator's output for this face and an age, [d]; empty if the model does not export its stages.
     *
     * @param age target age in years, 0 to 120
     */
    public Optional<float[]> style(double age) {
        if (!encoded()) {
            return Optional.empty();
        }
        try (var years = years(age);
                var encoded = TFloat32.tensorOf(identityShape, DataBuffers.of(identity));
                var style = model.modulate(encoded, years)) {
            return Optional.of(values(style));
        }
    }

    private static float[] values(Result result) {
        var tensor = (TFloat32) result.get(0);
        var values = new float[(int) tensor.shape().size()];
        tensor.asRawTensor().data().asFloats().read(values);
        return values;
    }
}
