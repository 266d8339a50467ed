package reaging.faces;

import java.awt.image.BufferedImage;
import org.tensorflow.types.TFloat32;
import reaging.data.AgeGroup;
import reaging.savedmodel.ReAger;

/**
 * A face of a photo whose identity the model has encoded, so that each age costs only what depends on it. It holds no native
 * memory, but needs the {@link PhotoReAger} that made it to be open; from any thread.
 */
public final class EncodedFace {
    private final ReAger model;
    private final AlignedFace face;

    EncodedFace(ReAger model, AlignedFace face) {
        this.model = model;
        this.face = face;
    }

    /** The square of the photo that the model sees. */
    public Region region() {
        return face.region();
    }

    /** The crop that the model sees, S x S. */
    public BufferedImage crop() {
        return face.picture();
    }

    /**
     * The face at an age.
     *
     * @param age in years, 0 to 120
     */
    public AgedFace at(double age) {
        AgeGroup.requireAge(age);
        try (var image = face.imageTensor();
                var mask = model.takesMasks() ? face.maskTensor() : null;
                var years = TFloat32.vectorOf((float) age);
                var result = model.reAge(image, mask, years)) {
            return new AgedFace(face, grid((TFloat32) result.get(0)));
        }
    }

    private Grid grid(TFloat32 image) {
        var values = new float[face.side() * face.side() * 3];
        image.asRawTensor().data().asFloats().read(values);
        return new Grid(values, face.side(), 3);
    }
}
