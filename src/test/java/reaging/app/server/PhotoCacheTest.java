package reaging.app.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.awt.image.BufferedImage;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import reaging.faces.DetectedFaces;

class PhotoCacheTest {
    private static final long PREVIEW_BYTES = 4 * 10 * 10;

    private long nanoTime;

    private PhotoCache photos(int most, long bytes) {
        return new PhotoCache(Limits.USUAL.withHeld(most, bytes, Duration.ofMinutes(10)), () -> nanoTime);
    }

    private static CachedPhoto photo(int bytes) {
        var found = new DetectedFaces(List.of(), "nobody");
        var preview = new BufferedImage(10, 10, BufferedImage.TYPE_INT_RGB);
        return new CachedPhoto(
                new byte[bytes],
                new PhotoAnswer(10, 10, "nobody", List.of()),
                found,
                new TreeMap<>(),
                preview,
                Map.of());
    }

    @Test
    void aPhotoIsThereUnderANameOfItsOwn() {
        var photos = photos(4, 10_000);
        var photo = photo(100);
        var name = photos.put(photo);
        assertNotEquals(name, photos.put(photo(100)));
        assertEquals(22, name.length());
        assertSame(photo, photos.get(name));
        assertThrows(Problem.class, () -> photos.get("other"));
    }

    @Test
    void whatNobodyAskedForIsForgotten() {
        var photos = photos(4, 10_000);
        var name = photos.put(photo(100));
        nanoTime = Duration.ofMinutes(9).toNanos();
        photos.get(name);
        nanoTime = Duration.ofMinutes(18).toNanos();
        photos.get(name);
        nanoTime = Duration.ofMinutes(29).toNanos();
        photos.forgetIdle();
        assertEquals(0, photos.count());
        assertEquals(0, photos.bytes());
    }

    @Test
    void theOneUsedLongestAgoGoesFirst() {
        var photos = photos(2, 10_000);
        var first = photos.put(photo(100));
        var second = photos.put(photo(100));
        photos.get(first);
        photos.put(photo(100));
        photos.get(first);
        assertThrows(Problem.class, () -> photos.get(second));
    }

    @Test
    void allTogetherTakeNoMoreThanTheirRoom() {
        var photos = photos(9, 2000);
        for (int i = 0; i < 9; i++) {
            photos.put(photo(500));
        }
        assertEquals(2, photos.count());
        assertEquals(2 * (500 + PREVIEW_BYTES), photos.bytes());
    }
}
