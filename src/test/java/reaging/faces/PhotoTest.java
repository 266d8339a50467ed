package reaging.faces;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;
import reaging.data.FivePoints.Point;
import reaging.faces.Photo.Beyond;

class PhotoTest {
    /** Its red is 10 times the column, its green 10 times the row. */
    private static Photo ramps(int width, int height) {
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                picture.setRGB(x, y, ((10 * x) << 16) | ((10 * y) << 8));
            }
        }
        return Photo.of(picture);
    }

    private static float red(float[] pixels, int index) {
        return pixels[3 * index] * 127.5f + 127.5f;
    }

    @Test
    void aRegionOfTheSameSizeIsThePixelsThemselves() {
        float[] pixels = ramps(8, 8).pixels(new Region(new Point(4, 4), 4, 0), 4, Beyond.EDGE);
        for (int i = 0; i < 16; i++) {
            assertEquals(10 * (2 + i % 4), red(pixels, i), 1e-3f);
        }
    }

    @Test
    void aSmallerPictureIsTheMeanOfItsPixels() {
        float[] pixels = ramps(8, 8).pixels(new Region(new Point(4, 4), 8, 0), 2, Beyond.EDGE);
        assertEquals(15, red(pixels, 0), .01f);
        assertEquals(55, red(pixels, 1), .01f);
    }

    @Test
    void aTurnedRegionIsReadUpright() {
        // What is at the right of the photo is at the top of a region that is turned to the right.
        float[] pixels = ramps(8, 8).pixels(new Region(new Point(4, 4), 8, Math.PI / 2), 8, Beyond.EDGE);
        assertEquals(70, red(pixels, 0), 1e-3f);
        assertEquals(0, red(pixels, 63), 1e-3f);
    }

    @Test
    void beyondThePhotoThereIsBlackOrItsEdge() {
        var beside = new Region(new Point(-4, 4), 4, 0);
        assertEquals(0, red(ramps(8, 8).pixels(new Region(new Point(20, 4), 4, 0), 2, Beyond.BLACK), 0), 1e-3f);
        assertEquals(70, red(ramps(8, 8).pixels(new Region(new Point(20, 4), 4, 0), 2, Beyond.EDGE), 0), 1e-3f);
        assertEquals(0, red(ramps(8, 8).pixels(beside, 2, Beyond.EDGE), 0), 1e-3f);
    }

    @Test
    void thePictureOfAPhotoHasItsPixels() {
        var picture = ramps(5, 3).picture();
        assertEquals(5, picture.getWidth());
        assertEquals(0xff281400, picture.getRGB(4, 2));
    }

    @Test
    void aPhotoDoesNotChangeWithThePictureThatItIsOf() {
        var picture = new BufferedImage(2, 2, BufferedImage.TYPE_INT_RGB);
        var photo = Photo.of(picture);
        picture.setRGB(0, 0, 0xffffff);
        assertEquals(0xff000000, photo.picture().getRGB(0, 0));
    }

    @Test
    void greyIsTheLumaOfTheColours() {
        var picture = new BufferedImage(2, 2, BufferedImage.TYPE_INT_RGB);
        picture.setRGB(0, 0, 0xff0000);
        picture.setRGB(1, 0, 0x00ff00);
        picture.setRGB(0, 1, 0x0000ff);
        picture.setRGB(1, 1, 0xffffff);
        assertArrayEquals(
                new byte[] {76, (byte) 150, 29, (byte) 255}, Photo.of(picture).grey(Region.around(2, 2), 2));
    }
}
