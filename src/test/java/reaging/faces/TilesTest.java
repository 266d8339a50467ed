package reaging.faces;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TilesTest {
    @ParameterizedTest
    @CsvSource({"4000, 3000, 6", "3000, 4000, 6", "1920, 1080, 6", "1000, 1000, 9", "2000, 400, 3"})
    void aFaceAnywhereIsWholeInOneOfThem(int width, int height, int count) {
        var tiles = Tiles.of(width, height);
        assertEquals(count, tiles.size());
        double face = .1 * Math.max(width, height);
        for (double x = face / 2; x <= width - face / 2; x += 10) {
            for (double y = face / 2; y <= height - face / 2; y += 10) {
                double left = x - face / 2;
                double top = y - face / 2;
                assertTrue(
                        tiles.stream().anyMatch(tile -> holds(tile, left, top, face)),
                        "a face at " + left + ", " + top);
            }
        }
    }

    private static boolean holds(Region tile, double left, double top, double face) {
        var from = tile.toPhoto(0, 0);
        var to = tile.toPhoto(1, 1);
        return from.x() <= left && left + face <= to.x() && from.y() <= top && top + face <= to.y();
    }
}
