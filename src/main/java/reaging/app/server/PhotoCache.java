package reaging.app.server;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Photos that pages show, in memory alone. Nobody can guess their names. Those that nobody has asked for in a while are
 * forgotten, and where there is not enough room, the one that was asked for longest ago goes first.
 */
final class PhotoCache {
    private static final int NAME_BYTES = 16;

    private final Limits limits;
    private final LongSupplier nanoTime;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Entry> photos = new LinkedHashMap<>(16, .75f, true); // the one used longest ago first
    private long bytes;

    private record Entry(CachedPhoto photo, long used) {}

    PhotoCache(Limits limits, LongSupplier nanoTime) {
        this.limits = limits;
        this.nanoTime = nanoTime;
    }

    /** Holds a photo; its name. */
    synchronized String put(CachedPhoto photo) {
        forgetIdle();
        var name = name();
        photos.put(name, new Entry(photo, nanoTime.getAsLong()));
        bytes += photo.bytes();
        while (photos.size() > limits.photos() || (bytes > limits.heldBytes() && photos.size() > 1)) {
            remove(photos.keySet().iterator().next());
        }
        return name;
    }

    private String name() {
        var name = new byte[NAME_BYTES];
        random.nextBytes(name);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(name);
    }

    /** The photo of a name. */
    synchronized CachedPhoto get(String name) {
        forgetIdle();
        var held = Optional.ofNullable(photos.get(name)).orElseThrow(this::gone);
        photos.put(name, new Entry(held.photo(), nanoTime.getAsLong()));
        return held.photo();
    }

    private Problem gone() {
        return Problem.of(
                Problem.Kind.NOT_FOUND,
                "a photo is forgotten when nobody has asked for it for "
                        + limits.idle().toMinutes() + " minutes, or when"
                        + " others need its room, and this one is not there; send it again");
    }

    /** Forgets a photo, if it is there. */
    synchronized void remove(String name) {
        var held = photos.remove(name);
        if (held != null) {
            bytes -= held.photo().bytes();
        }
    }

    /** Forgets those that nobody has asked for in a while. */
    synchronized void forgetIdle() {
        while (!photos.isEmpty()) {
            var oldest = photos.entrySet().iterator().next();
            var idle = Duration.ofNanos(nanoTime.getAsLong() - oldest.getValue().used());
            if (idle.compareTo(limits.idle()) <= 0) {
                return;
            }
            remove(oldest.getKey());
        }
    }

    synchronized int count() {
        return photos.size();
    }

    /** Bytes that all of them take. */
    synchronized long bytes() {
        return bytes;
    }
}
