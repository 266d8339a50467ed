package reaging.pictures;

import java.awt.image.DataBuffer;
import java.awt.image.Raster;

/** Reads a raster row by row as numbers from 0 to 1, whatever its sample type. */
final class SampleRow {
    private final Raster raster;
    private final int[] integers;
    private final float[] shares; // [W, bands]
    private final boolean whole;
    private final float scale;

    SampleRow(Raster raster) {
        this.raster = raster;
        integers = new int[raster.getWidth() * raster.getNumBands()];
        shares = new float[integers.length];
        int type = raster.getTransferType();
        whole = type != DataBuffer.TYPE_FLOAT && type != DataBuffer.TYPE_DOUBLE;
        int bits = raster.getSampleModel().getSampleSize(0) - (type == DataBuffer.TYPE_SHORT ? 1 : 0);
        scale = whole ? (float) (1 / (Math.pow(2, bits) - 1)) : 1;
    }

    /** Returns a row of a picture, [W, bands] in 0..1, always in the same array. */
    float[] read(int y) {
        int top = raster.getMinY() + y;
        if (!whole) {
            return raster.getPixels(raster.getMinX(), top, raster.getWidth(), 1, shares);
        }
        raster.getPixels(raster.getMinX(), top, raster.getWidth(), 1, integers);
        for (int i = 0; i < integers.length; i++) {
            // 32-bit numbers in files are unsigned.
            shares[i] = (integers[i] < 0 ? Integer.toUnsignedLong(integers[i]) : integers[i]) * scale;
        }
        return shares;
    }
}
