package reaging.faces;

import java.awt.image.BufferedImage;
import java.util.Map;
import org.tensorflow.Result;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.types.TFloat32;
import reaging.data.AgeGroup;
import reaging.savedmodel.Contract;
import reaging.savedmodel.ReAger;

/**
 * A face of a photo whose identity the model has encoded, so that each age costs only what depends on it. It holds no native
 * memory, but needs the {@link PhotoReAger} that made it to be open; from any thread.
 */
public final class EncodedFace {
    private final ReAger model;
    private final AlignedFace face;
    private final float[] identity; // [16 * 16 * C]; null: the model offers no stages, or takes no masks
    private final Shape identityShape;

    private EncodedFace(ReAger model, AlignedFace face, float[] identity, Shape identityShape) {
        this.model = model;
        this.face = face;
        this.identity = identity;
        this.identityShape = identityShape;
    }

    static EncodedFace of(ReAger model, AlignedFace face) {
        if (!model.offersStages()) {
            return new EncodedFace(model, face, null, null);
        }
        try (var image = face.imageTensor();
                var mask = face.maskTensor();
                var result = model.call(Contract.ENCODE_MASKED, Map.of(Contract.IMAGE, image, Contract.MASK, mask))) {
            return new EncodedFace(model, face, values(result), result.get(0).shape());
        }
    }

    /** The square of the photo that the model sees. */
    public Region region() {
        return face.region();
    }

    /**
     * The same face in a picture of a part of the photo, as {@link Photo#picture(Region, int)} makes it.
     *
     * @param view the square of the photo that the picture shows
     * @param side of the picture, in pixels
     */
    public EncodedFace in(Region view, int side) {
        var moved = new AlignedFace(face.region().in(view, side), face.image(), face.mask());
        return new EncodedFace(model, moved, identity, identityShape);
    }

    /** The crop that the model sees, S x S. */
    public BufferedImage crop() {
        return face.picture();
    }

    /** Which part of the crop is the person, as the model takes it: white there, S x S. */
    public BufferedImage mask() {
        return face.maskPicture();
    }

    /**
     * The face at an age.
     *
     * @param age in years, 0 to 120
     */
    public AgedFace at(double age) {
        AgeGroup.requireAge(age);
        try (var years = TFloat32.vectorOf((float) age);
                var image = face.imageTensor();
                var mask = model.takesMasks() ? face.maskTensor() : null;
                var result = identity == null ? model.reAge(image, mask, years) : decoded(image, mask, years)) {
            return new AgedFace(face, new Grid(values(result), face.side(), 3));
        }
    }

    private Result decoded(TFloat32 image, TFloat32 mask, TFloat32 years) {
        try (var encoded = TFloat32.tensorOf(identityShape, DataBuffers.of(identity));
                var style =
                        model.call(Contract.MODULATE, Map.of(Contract.IDENTITY, encoded, Contract.TARGET_AGE, years))) {
            return model.call(
                    Contract.DECODE,
                    Map.of(
                            Contract.IMAGE, image,
                            Contract.MASK, mask,
                            Contract.IDENTITY, encoded,
                            Contract.STYLE, style.get(0)));
        }
    }

    private static float[] values(Result result) {
        var tensor = (TFloat32) result.get(0);
        var values = new float[(int) tensor.shape().size()];
        tensor.asRawTensor().data().asFloats().read(values);
        return values;
    }
}
