package reaging.faces;

import java.awt.image.BufferedImage;
import org.tensorflow.ndarray.NdArrays;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.types.TFloat32;
import reaging.pictures.Pictures;

/**
 * A face as a model takes it.
 *
 * @param region of the photo that it was cut from
 * @param image [S * S * 3] in [-1, 1]
 * @param mask which part of it is the person
 */
record AlignedFace(Region region, Grid image, FaceMask mask) {
    int side() {
        return image.side();
    }

    /** The image as [1, S, S, 3]; the caller closes it. */
    TFloat32 imageTensor() {
        return TFloat32.tensorOf(Shape.of(1, side(), side(), 3), DataBuffers.of(image.values()));
    }

    /** The mask as [1, S, S, 1], all or nothing; the caller closes it. */
    TFloat32 maskTensor() {
        return TFloat32.tensorOf(Shape.of(1, side(), side(), 1), DataBuffers.of(mask.hard(side())));
    }

    /** The image to look at. */
    BufferedImage picture() {
        return picture(image);
    }

    /** The mask that a model takes to look at: white at the person. */
    BufferedImage maskPicture() {
        var picture = new BufferedImage(side(), side(), BufferedImage.TYPE_INT_RGB);
        float[] weights = mask.hard(side());
        for (int i = 0; i < weights.length; i++) {
            picture.setRGB(i % side(), i / side(), weights[i] > 0 ? 0xffffff : 0);
        }
        return picture;
    }

    /** [S * S * 3] in [-1, 1] as a picture; values beyond are cut. */
    static BufferedImage picture(Grid image) {
        var shape = Shape.of(image.side(), image.side(), 3);
        return Pictures.of(NdArrays.wrap(shape, DataBuffers.of(image.values())));
    }
}
