package reaging.app.server;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Holds photos that pages show, only in memory and under names that nobody can guess. Photos that have not been requested for a
 * while are forgotten; if space runs out, the least recently used one is removed first.
 */
final class PhotoCache {
    private static final int NAME_BYTES = 16;

    private final Limits limits;
    private final LongSupplier nanoTime;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Entry> photos = new LinkedHashMap<>(16, .75f, true); // least recently used first
    private long bytes;

    private record Entry(CachedPhoto photo, long used) {}

    PhotoCache(Limits limits, LongSupplier nanoTime) {
        this.limits = limits;
        this.nanoTime = nanoTime;
    }

    /** Stores a photo and returns its name. */
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

    /** Returns the photo of a name. */
    synchronized CachedPhoto get(String name) {
        forgetIdle();
        var held = Optional.ofNullable(photos.get(name)).orElseThrow(this::gone);
        photos.put(name, new Entry(held.photo(), nanoTime.getAsLong()));
        return held.photo();
    }

    private Problem gone() {
        return Problem.of(
                Problem.Kind.NOT_FOUND,
                "a photo is kept until it has not been requested for "
                        + limits.idle().toMinutes() + " minutes or others"
                        + " need its space, and this one is gone; send it again");
    }

    /** Forgets a photo, if it is held. */
    synchronized void remove(String name) {
        var held = photos.remove(name);
        if (held != null) {
            bytes -= held.photo().bytes();
        }
    }

    /** Forgets photos that have not been requested for a while. */
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

    /** Returns the bytes that all photos take. */
    synchronized long bytes() {
        return bytes;
    }
}
