package reaging.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static reaging.app.Outcome.assertFails;
import static reaging.app.Outcome.assertSucceeds;
import static reaging.app.Outcome.ragan;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reaging.animation.Mp4Writer;
import reaging.data.synthetic.SyntheticFaces;

@Tag("slow")
class AnimateCommandTest {
    @TempDir
    private Path folder;

    private Path scene;
    private Path film;

    @BeforeEach
    void drawTheScene() throws IOException {
        var picture = new BufferedImage(700, 400, BufferedImage.TYPE_INT_RGB);
        var graphics = picture.createGraphics();
        graphics.setColor(new Color(0x88A0A8));
        graphics.fillRect(0, 0, 700, 400);
        graphics.drawImage(new SyntheticFaces(2, 9, 256).draw(0, 30).image(), 40, 60, null);
        graphics.drawImage(new SyntheticFaces(2, 9, 320).draw(1, 30).image(), 360, 40, null);
        graphics.dispose();
        scene = folder.resolve("scene.png");
        ImageIO.write(picture, "png", scene.toFile());
        film = folder.resolve("film.gif");
    }

    private Outcome animate(Object... arguments) {
        List<String> all = new ArrayList<>(List.of("animate", scene.toString()));
        Arrays.stream(arguments).map(String::valueOf).forEach(all::add);
        all.addAll(List.of(
                "--model",
                "synthetic-tiny",
                "--networks",
                folder.resolve("none").toString()));
        return ragan(all.toArray(String[]::new));
    }

    @Test
    void aFilmOfAPhotoSaysThatItIsSynthetic() throws IOException {
        var done = animate("--from", 5, "--to", 80, "--seconds", 1, "--fps", 4, "--faces", "all", "--out", film);
        assertSucceeds(done);
        assertEquals(film.toString(), done.out().strip());
        var first = ImageIO.read(film.toFile());
        assertEquals(700, first.getWidth());
        assertEquals(400, first.getHeight());
        var content = Files.readString(film, StandardCharsets.ISO_8859_1);
        assertTrue(content.contains("Synthetic: faces made by a network, from 5 to 80 years"));
    }

    @Test
    void aCropIsASquareOfTheSizeWanted() throws IOException {
        assertSucceeds(animate(
                "--from", 5, "--to", 80, "--seconds", 1, "--fps", 2, "--crop", "--max-side", 120, "--out", film));
        assertEquals(120, ImageIO.read(film.toFile()).getWidth());
    }

    @Test
    void aCropOfSeveralFacesIsRefused() {
        assertFailsWith("--crop shows one face but --faces chooses 2", "--crop", "--faces", "all");
    }

    @Test
    void wishesThatCannotBeMetAreRefusedBeforeAnythingIsLoaded() {
        assertFailsWith("must be from 0 to 120 years but is 500", "--to", "500");
        assertFailsWith("must be more than 0", "--seconds", "-1");
        assertFailsWith("2 to 18000 frames but is 1", "--seconds", ".1");
        assertFailsWith("at most 50 for a GIF file", "--fps", "60");
        assertFailsWith("must be 16 pixels or more but is 3", "--max-side", "3");
        assertFailsWith("ends in .gif or .mp4 but is", "--out", folder.resolve("film.avi"));
        assertFailsWith("faces must be", "--faces", "me");
    }

    private void assertFailsWith(String expected, Object... wish) {
        List<Object> all = new ArrayList<>(List.of("--from", 5));
        all.addAll(List.of(wish));
        if (!all.contains("--to")) {
            all.addAll(List.of("--to", 80));
        }
        if (!all.contains("--out")) {
            all.addAll(List.of("--out", film));
        }
        assertFails(2, expected, animate(all.toArray()));
        assertFalse(Files.exists(film));
    }

    @Test
    void withoutFfmpegOneLineSaysHowToGetIt() {
        Assumptions.assumeFalse(Mp4Writer.isAvailable(), "FFmpeg's library is there");
        assertFailsWith("RAGAN_MAVEN=-Pmp4", "--out", folder.resolve("film.mp4"));
    }

    @Test
    void aPhotoIsNotReplacedByItsFilm() throws IOException {
        var gif = folder.resolve("scene.gif");
        ImageIO.write(ImageIO.read(scene.toFile()), "gif", gif.toFile());
        scene = gif;
        assertFails(2, "must not overwrite", animate("--from", 5, "--to", 80, "--out", gif));
    }
}
