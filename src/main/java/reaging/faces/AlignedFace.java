package reaging.faces;

import java.awt.image.BufferedImage;
import org.tensorflow.ndarray.NdArrays;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.types.TFloat32;
import reaging.pictures.Pictures;

/**
 * A face in the form that a model takes.
 *
 * @param region region of the photo that it was cropped from
 * @param image pixels [S * S * 3] in [-1, 1]
 * @param mask the part of it that belongs to the person
 */
record AlignedFace(Region region, Grid image, FaceMask mask) {
    int side() {
        return image.side();
    }

    /** Returns the image as [1, S, S, 3]; the caller closes it. */
    TFloat32 imageTensor() {
        return TFloat32.tensorOf(Shape.of(1, side(), side(), 3), DataBuffers.of(image.values()));
    }

    /** Returns the mask as [1, S, S, 1] of zeros and ones; the caller closes it. */
    TFloat32 maskTensor() {
        return TFloat32.tensorOf(Shape.of(1, side(), side(), 1), DataBuffers.of(mask.hard(side())));
    }

    /** Returns the image as a picture. */
    BufferedImage picture() {
        return picture(image);
    }

    /** Returns the model's mask as a picture, white for the person. */
    BufferedImage maskPicture() {
        var picture = new BufferedImage(side(), side(), BufferedImage.TYPE_INT_RGB);
        float[] weights = mask.hard(side());
        for (int i = 0; i < weights.length; i++) {
            picture.setRGB(i % side(), i / side(), weights[i] > 0 ? 0xffffff : 0);
        }
        return picture;
    }

    /** Converts [S * S * 3] in [-1, 1] to a picture; values outside are clipped. */
    static BufferedImage picture(Grid image) {
        var shape = Shape.of(image.side(), image.side(), 3);
        return Pictures.of(NdArrays.wrap(shape, DataBuffers.of(image.values())));
    }
}
