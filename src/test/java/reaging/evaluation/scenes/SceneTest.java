package reaging.evaluation.scenes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import reaging.data.FivePoints;
import reaging.data.synthetic.SyntheticFaces;
import reaging.faces.Box;
import reaging.faces.DetectedFace;
import reaging.faces.Pose;

class SceneTest {
    private static final SyntheticFaces PEOPLE = new SyntheticFaces(100, 4, 256);

    private static Scene scene() {
        return Scene.compose(1, new SplittableRandom(8), random -> new DrawnPortrait(PEOPLE, 4, random.nextInt(100)));
    }

    private static DetectedFace face(FivePoints points) {
        return new DetectedFace(new Box(0, 0, 1, 1), 1, points, new Pose(0, 0, 0), Optional.empty());
    }

    @Test
    void nobodyTouchesAnother() {
        var portraits = scene().portraits();
        assertTrue(portraits.size() >= 5, portraits.size() + " portraits");
        for (int i = 0; i < portraits.size(); i++) {
            var one = portraits.get(i).place().bounds(1600, 1200);
            for (var other : portraits.subList(i + 1, portraits.size())) {
                assertFalse(one.intersects(other.place().bounds(1600, 1200)));
            }
        }
    }

    @Test
    void anotherAgeChangesPeopleAndNothingElse() {
        var scene = scene();
        var before = scene.picture();
        var after = scene.pictureAt(80);
        var mask = scene.mask();
        int changed = 0;
        int beside = 0;
        for (int y = 0; y < 1200; y++) {
            for (int x = 0; x < 1600; x++) {
                if (before.getRGB(x, y) != after.getRGB(x, y)) {
                    changed++;
                    beside += isInAPortrait(scene, x, y) ? 0 : 1;
                }
            }
        }
        assertTrue(changed > 10_000, changed + " pixels");
        assertEquals(0, beside);
        assertEquals(0, mask.getRGB(0, 0) & 0xff);
    }

    private static boolean isInAPortrait(Scene scene, int x, int y) {
        return scene.portraits().stream()
                .anyMatch(placed -> placed.place().bounds(1600, 1200).contains(x, y));
    }

    @Test
    void aFaceAtItsTruePlaceIsWithoutError() {
        var placed = scene().portraits().get(0);
        var found = DetectedPortrait.of(placed, List.of(face(placed.points())));
        assertEquals(0, found.eyeError(), 1e-9);
        assertEquals(0, found.pointError(), 1e-9);
    }

    @Test
    void errorsAreInEyeDistances() {
        var placed = scene().portraits().get(0);
        double eyes = placed.points().eyeDistance();
        var off = placed.points().moved(.1 * eyes, 0, 1);
        assertEquals(.1, DetectedPortrait.of(placed, List.of(face(off))).pointError(), 1e-9);
        var far = placed.points().moved(.6 * eyes, 0, 1);
        assertTrue(DetectedPortrait.of(placed, List.of(face(far))).face().isEmpty());
    }

    @Test
    void theTruePlacesAreWhereTheDrawingHasThem() {
        // The pupil is the darkest place around an eye, whatever the age and the pose.
        for (int i = 0; i < 10; i++) {
            var drawing = PEOPLE.draw(i).image();
            var eye = PEOPLE.points(i, PEOPLE.age(i)).leftEye();
            int colour = drawing.getRGB((int) (256 * eye.x()), (int) (256 * eye.y()));
            int brightness = (colour >> 16 & 0xff) + (colour >> 8 & 0xff) + (colour & 0xff);
            assertTrue(brightness < 3 * 110, i + ": " + brightness);
        }
    }
}
