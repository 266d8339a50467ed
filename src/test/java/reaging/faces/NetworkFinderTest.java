package reaging.faces;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.Color;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import reaging.data.FivePoints;
import reaging.data.synthetic.SyntheticFaces;
import reaging.networks.EvaluatorPackages;

/** The networks on drawn people at known places; skipped where they are not installed. */
class NetworkFinderTest {
    private static final SyntheticFaces PEOPLE = new SyntheticFaces(100, 9, 256);
    private static PhotoReAger photos; // null: not installed

    @BeforeAll
    static void load() {
        assumeTrue(
                NetworkFinder.isIn(EvaluatorPackages.defaultFolder()),
                "the networks that find faces are not installed: ragan networks install");
        photos = PhotoReAger.open(Path.of("savedmodels/synthetic-tiny"));
    }

    @AfterAll
    static void close() {
        if (photos != null) {
            photos.close();
        }
    }

    private static BufferedImage wall(int width, int height) {
        var wall = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var graphics = wall.createGraphics();
        graphics.setColor(new Color(0x88A0A8));
        graphics.fillRect(0, 0, width, height);
        graphics.dispose();
        return wall;
    }

    /** Draws a person into a square of a photo and says where their points are. */
    private static FivePoints draw(BufferedImage photo, int person, Region place) {
        int side = (int) Math.round(place.side());
        var drawing = new SyntheticFaces(PEOPLE.size(), 9, side).draw(person).image();
        var transform = new AffineTransform();
        transform.translate(place.middle().x(), place.middle().y());
        transform.rotate(place.angle());
        transform.translate(-side / 2.0, -side / 2.0);
        photo.createGraphics().drawImage(drawing, transform, null);
        return place.toPhoto(PEOPLE.points(person, PEOPLE.age(person)));
    }

    private static void assertFoundAt(FivePoints truth, DetectedFace face) {
        for (int i = 0; i < 5; i++) {
            double error = truth.all().get(i).distance(face.points().all().get(i)) / truth.eyeDistance();
            assertTrue(error < .15, String.format(Locale.ROOT, "point %d is off by %.3f eye distances", i, error));
        }
        assertTrue(face.usable(), face.toString());
    }

    private static Region square(double x, double y, double side, double degrees) {
        return new Region(new FivePoints.Point(x, y), side, Math.toRadians(degrees));
    }

    @Test
    void facesOfAllSizesAndAnglesAreFoundFromTheLeft() {
        var wall = wall(1600, 1000);
        var large = draw(wall, 3, square(350, 450, 600, 20));
        var small = draw(wall, 4, square(900, 300, 200, -25));
        var tiny = draw(wall, 6, square(1400, 800, 130, 0));
        var found = photos.find(Photo.of(wall));
        assertTrue(photos.usesNetworks());
        assertEquals(3, found.faces().size());
        assertFoundAt(large, found.faces().get(0));
        assertFoundAt(small, found.faces().get(1));
        assertFoundAt(tiny, found.faces().get(2));
        assertEquals(20, found.faces().get(0).pose().roll() - drawnRoll(3), 6);
        assertEquals(found.faces().get(0), found.largest().orElseThrow());
    }

    private static double drawnRoll(int person) {
        return Math.toDegrees(PEOPLE.scene(person).roll());
    }

    @Test
    void aPhotoThatLiesOnItsSideIsTurned() {
        for (int turn : new int[] {90, -90, 180}) {
            var wall = wall(700, 600);
            var points = draw(wall, 5, square(350, 300, 400, turn));
            var found = photos.find(Photo.of(wall));
            assertEquals(1, found.faces().size(), "turned by " + turn);
            assertFoundAt(points, found.faces().get(0));
        }
    }

    @Test
    void aHundredFacesAreFound() {
        var wall = wall(2000, 2000);
        for (int i = 0; i < 100; i++) {
            draw(wall, i, square(100 + i % 10 * 200, 100 + i / 10 * 200, 190, 0));
        }
        int found = photos.find(Photo.of(wall)).usable().size();
        assertTrue(found >= 97 && found <= 100, found + " faces");
    }

    @Test
    void whereNobodyIsNobodyIsFound() {
        assertEquals(0, photos.find(Photo.of(wall(900, 600))).faces().size());
        assertEquals(0, photos.find(Photo.of(wall(1, 1))).faces().size());
        assertEquals(0, photos.find(Photo.of(wall(5000, 1))).faces().size());
    }

    @Test
    void aFaceOfFewPixelsIsRefusedWithItsReason() {
        var wall = wall(300, 300);
        draw(wall, 3, square(150, 150, 50, 0));
        for (var face : photos.find(Photo.of(wall)).faces()) {
            assertFalse(face.usable());
        }
    }

    @Test
    void theMaskIsThePerson() {
        var wall = wall(700, 600);
        draw(wall, 5, square(350, 300, 400, 0));
        var photo = Photo.of(wall);
        var mask =
                photos.encode(photo, photos.find(photo).largest().orElseThrow()).mask();
        int middle = mask.getWidth() / 2;
        assertEquals(255, mask.getRGB(middle, middle) & 0xff);
        assertEquals(0, mask.getRGB(1, 1) & 0xff);
    }

    @Test
    void theBorderOfWhatWasPastedCannotBeSeen() {
        var wall = wall(900, 700);
        draw(wall, 7, square(450, 350, 500, 10));
        var photo = Photo.of(wall);
        var face = photos.encode(photo, photos.find(photo).largest().orElseThrow());
        var aged = photo.picture();
        face.at(80).pasteInto(aged);
        // Along the border of the crop, where nothing of a person is: the step from pixel to pixel is that of the wall.
        for (int i = 0; i < 400; i++) {
            var out = face.region().toPhoto(i / 400.0, .0);
            var in = face.region().toPhoto(i / 400.0, .01);
            assertEquals(step(wall, out, in), step(aged, out, in), 2, "at " + i);
        }
    }

    private static int step(BufferedImage picture, FivePoints.Point one, FivePoints.Point other) {
        return Math.abs(grey(picture, one) - grey(picture, other));
    }

    private static int grey(BufferedImage picture, FivePoints.Point place) {
        int x = Math.min(Math.max((int) place.x(), 0), picture.getWidth() - 1);
        int y = Math.min(Math.max((int) place.y(), 0), picture.getHeight() - 1);
        int colour = picture.getRGB(x, y);
        return ((colour >> 16 & 0xff) + (colour >> 8 & 0xff) + (colour & 0xff)) / 3;
    }
}
