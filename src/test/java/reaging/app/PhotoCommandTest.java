package reaging.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static reaging.app.Outcome.assertFails;
import static reaging.app.Outcome.assertSucceeds;
import static reaging.app.Outcome.ragan;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reaging.TwoPeople;

/** {@code ragan reage} on photos of two drawn people, without any network installed. */
@Tag("slow")
class PhotoCommandTest {
    @TempDir
    private Path folder;

    private Path scene;

    @BeforeEach
    void drawTheScene() throws IOException {
        scene = write("scene.png", TwoPeople.picture());
    }

    private Path write(String name, BufferedImage picture) throws IOException {
        var file = folder.resolve(name);
        ImageIO.write(picture, name.substring(name.lastIndexOf('.') + 1), file.toFile());
        return file;
    }

    private Outcome reage(Object... arguments) {
        List<String> all = new ArrayList<>(List.of("reage"));
        Arrays.stream(arguments).map(String::valueOf).forEach(all::add);
        all.addAll(List.of(
                "--model",
                "synthetic-tiny",
                "--networks",
                folder.resolve("none").toString()));
        all.addAll(List.of("--out", folder.resolve("out").toString()));
        return ragan(all.toArray(String[]::new));
    }

    private BufferedImage result(String name) throws IOException {
        return ImageIO.read(folder.resolve("out").resolve(name).toFile());
    }

    @Test
    void bothFacesChangeAndTheRestStaysAsItIs() throws IOException {
        var done = reage(scene, "--age", "75");
        assertSucceeds(done);
        assertEquals(folder.resolve("out/scene_75.png").toString(), done.out().strip());
        assertTrue(done.err().contains("ragan networks install"), done.err());
        var before = TwoPeople.picture();
        var after = result("scene_75.png");
        assertTrue(changed(before, after, 60, 316) > 1000);
        assertTrue(changed(before, after, 420, 740) > 1000);
        assertEquals(
                0, changed(before, after, 0, 60) + changed(before, after, 330, 410) + changed(before, after, 745, 800));
    }

    private static int changed(BufferedImage before, BufferedImage after, int left, int right) {
        int changed = 0;
        for (int y = 0; y < before.getHeight(); y++) {
            for (int x = left; x < right; x++) {
                changed += before.getRGB(x, y) == after.getRGB(x, y) ? 0 : 1;
            }
        }
        return changed;
    }

    @Test
    void theFaceThatIsChosenChangesAlone() throws IOException {
        assertSucceeds(reage(scene, "--age", "75", "--faces", "2"));
        assertEquals(0, changed(TwoPeople.picture(), result("scene_75.png"), 0, 410));
        assertSucceeds(reage(scene, "--age", "74", "--faces", "largest"));
        assertEquals(0, changed(TwoPeople.picture(), result("scene_74.png"), 0, 410));
        assertFails(2, "from 1 to 2 counted from the left, but names 3", reage(scene, "--age", "75", "--faces", "3"));
    }

    @Test
    void jsonTellsOfFacesAndFiles() {
        var done = reage(scene, "--ages", "20,75", "--json");
        assertSucceeds(done);
        var photo = photos(done).get(0);
        var faces = photo.getAsJsonArray("faces");
        assertEquals(2, faces.size());
        var box = faces.get(1).getAsJsonObject().getAsJsonObject("box");
        assertEquals(580, box.get("x").getAsDouble() + box.get("width").getAsDouble() / 2, 25);
        assertTrue(faces.get(1).getAsJsonObject().get("reAged").getAsBoolean());
        var files = photo.getAsJsonArray("files");
        assertEquals(2, files.size());
        assertTrue(
                Files.exists(Path.of(files.get(1).getAsJsonObject().get("file").getAsString())));
        assertEquals("OpenCV's cascades", photo.get("finder").getAsString());
    }

    private static List<JsonObject> photos(Outcome outcome) {
        List<JsonObject> photos = new ArrayList<>();
        JsonParser.parseString(outcome.out())
                .getAsJsonObject()
                .getAsJsonArray("photos")
                .forEach(photo -> photos.add(photo.getAsJsonObject()));
        return photos;
    }

    @Test
    void aStripShowsThePhotoAndAllAges() throws IOException {
        assertSucceeds(reage(scene, "--ages", "5,75", "--strip"));
        var strip = result("scene_ages.png");
        assertEquals(3 * 720, strip.getWidth());
        assertNotEquals(0, changed(strip.getSubimage(0, 0, 720, 400), strip.getSubimage(1440, 0, 720, 400), 0, 720));
    }

    @Test
    void everyResultSaysThatANetworkMadeIt() throws IOException {
        var jpeg = write("photo.jpg", TwoPeople.picture());
        assertSucceeds(reage(scene, jpeg, "--age", "75"));
        for (var name : List.of("scene_75.png", "photo_75.jpg")) {
            var content = Files.readString(folder.resolve("out").resolve(name), StandardCharsets.ISO_8859_1);
            assertTrue(content.contains("Synthetic: faces made by a network, at 75 years"), name);
            assertTrue(content.contains("digitalsourcetype/compositeWithTrainedAlgorithmicMedia"), name);
        }
        assertSucceeds(reage(scene, "--age", "75", "--aligned"));
        assertTrue(Files.readString(folder.resolve("out/scene_75.png"), StandardCharsets.ISO_8859_1)
                .contains("Synthetic: faces made by a network"));
    }

    @Test
    void aPhotoWithoutAFaceIsRefused() throws IOException {
        var wall = write("wall.png", new BufferedImage(300, 200, BufferedImage.TYPE_INT_RGB));
        var outcome = reage(wall, "--age", "75");
        assertFails(2, "wall.png shows none", outcome);
        assertTrue(outcome.err().contains("ragan networks install"), outcome.err());
        assertFalse(Files.exists(folder.resolve("out")));
    }

    @Test
    void ofAFolderThatIsPartlyDamagedTheRestIsDone() throws IOException {
        var photos = Files.createDirectories(folder.resolve("photos"));
        Files.copy(scene, photos.resolve("b.png"));
        Files.writeString(photos.resolve("a.png"), "no picture");
        Files.writeString(photos.resolve("notes.txt"), "no picture either");
        Files.write(photos.resolve("c.jpg"), new byte[0]);
        var outcome = reage(photos, "--age", "75");
        assertEquals(1, outcome.code());
        assertEquals(folder.resolve("out/b_75.png").toString(), outcome.out().strip());
        assertTrue(outcome.err().contains("a.png"), outcome.err());
        assertTrue(outcome.err().contains("c.jpg"), outcome.err());
        assertTrue(outcome.err().endsWith("2 of 3 photos were not re-aged" + System.lineSeparator()), outcome.err());
    }

    @Test
    void aPictureOfAPixelAndOneOfTooManyAreRefusedInALine() throws IOException {
        var pixel = write("pixel.png", new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB));
        assertFails(2, "pixel.png shows none", reage(pixel, "--age", "75"));
        // The header alone counts: nothing is decoded before it is known to be small enough.
        byte[] header = Files.readAllBytes(pixel);
        ByteBuffer.wrap(header).putInt(16, 30_000).putInt(20, 30_000);
        var sum = new CRC32();
        sum.update(header, 12, 17);
        ByteBuffer.wrap(header).putInt(29, (int) sum.getValue());
        var huge = Files.write(folder.resolve("huge.png"), header);
        assertFails(2, "at most 120,000,000 pixels but has 30000 x 30000", reage(huge, "--age", "75"));
        assertFails(
                2,
                "which are 400,000; raise --max-pixels to allow it",
                reage(scene, "--age", "75", "--max-pixels", "1000"));
    }

    @Test
    void photosOfOneNameHaveResultsOfTheirOwn() throws IOException {
        var other = Files.copy(
                scene, Files.createDirectories(folder.resolve("other")).resolve("scene.png"));
        var outcome = reage(scene, other, "--age", "75");
        assertEquals(0, outcome.code(), outcome.err());
        assertEquals(2, outcome.out().lines().distinct().count(), outcome.out());
        assertTrue(
                outcome.out().contains(folder.resolve("out/other_scene_75.png").toString()), outcome.out());
        assertTrue(outcome.out().lines().allMatch(file -> Files.exists(Path.of(file))), outcome.out());
    }

    @Test
    void theSamePhotoTwiceIsRefusedBeforeAnythingIsDone() {
        assertFails(2, "is named twice", reage(scene, scene, "--age", "75"));
        assertFalse(Files.exists(folder.resolve("out")));
    }

    @Test
    void noResultTakesThePlaceOfAPhoto() throws IOException {
        var photos = Files.createDirectories(folder.resolve("photos"));
        var one = Files.copy(scene, photos.resolve("one.png"));
        var other = Files.copy(scene, photos.resolve("one_75.png"));
        var outcome = ragan("reage", one.toString(), other.toString(), "--age", "75", "--out", photos.toString());
        assertEquals(2, outcome.code());
        assertTrue(outcome.err().contains("must not overwrite their sources but " + other), outcome.err());
        assertEquals(-1, Files.mismatch(scene, other));
    }
}
