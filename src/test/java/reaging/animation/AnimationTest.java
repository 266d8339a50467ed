package reaging.animation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import javax.imageio.ImageIO;
import org.bytedeco.javacv.FFmpegFrameGrabber;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reaging.data.synthetic.SyntheticFaces;
import reaging.faces.EncodedFace;
import reaging.faces.Photo;
import reaging.faces.PhotoReAger;
import reaging.pictures.writing.SyntheticMark;

/** A film of a drawn person, found without any network. */
class AnimationTest {
    private static final SyntheticMark MARK = new SyntheticMark("Synthetic: a film.");

    @TempDir
    private static Path folder;

    private static PhotoReAger reAger;
    private static Photo photo;
    private static EncodedFace face;

    @BeforeAll
    static void findAFace() {
        var picture = new BufferedImage(600, 400, BufferedImage.TYPE_INT_RGB);
        var graphics = picture.createGraphics();
        graphics.setColor(new Color(0x88A0A8));
        graphics.fillRect(0, 0, 600, 400);
        graphics.drawImage(new SyntheticFaces(2, 9, 256).draw(0, 30).image(), 300, 60, null);
        graphics.dispose();
        photo = Photo.of(picture);
        reAger = PhotoReAger.open(
                Path.of("savedmodels/synthetic-tiny"), OptionalInt.empty(), folder.resolve("no networks"));
        face = reAger.encode(photo, reAger.find(photo).largest().orElseThrow());
    }

    @AfterAll
    static void close() {
        reAger.close();
    }

    private static long changed(BufferedImage one, BufferedImage other, int left, int right) {
        long changed = 0;
        for (int y = 0; y < one.getHeight(); y++) {
            for (int x = left; x < right; x++) {
                changed += one.getRGB(x, y) == other.getRGB(x, y) ? 0 : 1;
            }
        }
        return changed;
    }

    @Test
    void thePhotoStandsStillAroundTheFaceAndTheAge() {
        var film = Animation.ofPhoto(photo, List.of(face), 300);
        assertEquals(300, film.width());
        assertEquals(200, film.height());
        var young = film.frame(10);
        var old = film.frame(80);
        assertTrue(changed(young, old, 150, 278) > 500);
        assertTrue(changed(young, old, 0, 60) > 20, "the age in the corner");
        assertEquals(0, changed(young, old, 60, 150) + changed(young, old, 280, 300));
    }

    @Test
    void theFaceLiesWhereItLiesInTheWholePhoto() {
        var full = photo.picture();
        face.at(80).pasteInto(full);
        var film = Animation.ofPhoto(photo, List.of(face), 600).frame(80);
        assertEquals(0, changed(full, film, 100, 600));
    }

    @Test
    void aCropShowsTheFaceAloneAndLargeEnough() {
        var film = Animation.ofFace(photo, face, 720);
        assertEquals(film.width(), film.height());
        assertTrue(film.width() >= 256);
        assertTrue(changed(film.frame(10), film.frame(80), 0, film.width()) > film.width() * film.height() / 10);
        assertEquals(100, Animation.ofFace(photo, face, 100).width());
    }

    @Test
    void aGifFileHoldsAllFrames() throws IOException {
        var bytes = new ByteArrayOutputStream();
        List<Integer> progress = new ArrayList<>();
        try (var gif = new GifWriter(bytes, 10, MARK)) {
            Animation.ofPhoto(photo, List.of(face), 200).write(new AgeCourse(10, 80, 4), gif, progress::add);
        }
        assertEquals(List.of(1, 2, 3, 4), progress);
        var reader = ImageIO.getImageReadersByFormatName("gif").next();
        reader.setInput(ImageIO.createImageInputStream(new ByteArrayInputStream(bytes.toByteArray())));
        assertEquals(4, reader.getNumImages(true));
        assertEquals(200, reader.getWidth(0));
    }

    @Test
    void anMp4FileHoldsAllFramesAndSaysThatItIsSynthetic() throws IOException {
        Assumptions.assumeTrue(Mp4Writer.isAvailable(), "FFmpeg's library is not there; -Pmp4 gets it");
        var file = folder.resolve("film.mp4");
        try (var mp4 = new Mp4Writer(file, 201, 134, 10, MARK)) {
            Animation.ofPhoto(photo, List.of(face), 201).write(new AgeCourse(10, 80, 10), mp4, frame -> {});
        }
        assertTrue(Files.size(file) > 1000);
        try (var grabber = new FFmpegFrameGrabber(file.toFile())) {
            grabber.start();
            assertEquals(MARK.words(), grabber.getMetadata("comment"));
            assertEquals(200, grabber.getImageWidth());
            int frames = 0;
            while (grabber.grabImage() != null) {
                frames++;
            }
            assertEquals(10, frames);
        }
    }
}
