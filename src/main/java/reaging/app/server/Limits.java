package reaging.app.server;

import java.time.Duration;

/**
 * What the service takes on.
 *
 * @param bytes of an upload
 * @param pixels of a photo; more are refused before anything is decoded
 * @param faces of a photo that are re-aged
 * @param pictures of one answer: its ages
 * @param requests that are worked on or wait at a time; more are sent away
 * @param time for a request, from its first byte to its answer
 * @param photos that are held for the page
 * @param heldBytes that they take together, in Java's heap
 * @param idle time after which a held photo is forgotten
 */
record Limits(
        long bytes,
        long pixels,
        int faces,
        int pictures,
        int requests,
        Duration time,
        int photos,
        long heldBytes,
        Duration idle) {
    static final Limits USUAL = new Limits(
            20_000_000, 25_000_000, 20, 24, 32, Duration.ofSeconds(30), 64, 256_000_000, Duration.ofMinutes(10));

    Limits {
        require("bytes", bytes);
        require("pixels", pixels);
        require("faces", faces);
        require("pictures", pictures);
        require("requests", requests);
        require("seconds", time.toSeconds());
        require("photos", photos);
        require("heldBytes", heldBytes);
        require("idle seconds", idle.toSeconds());
    }

    private static void require(String name, long value) {
        if (value < 1) {
            throw new IllegalArgumentException("a limit must be 1 or more but that of " + name + " is " + value);
        }
    }

    /** The same with others for uploads. */
    Limits withUploads(long mostBytes, long mostPixels) {
        return new Limits(mostBytes, mostPixels, faces, pictures, requests, time, photos, heldBytes, idle);
    }

    /** The same with others for requests. */
    Limits withRequests(int most, Duration longest) {
        return new Limits(bytes, pixels, faces, pictures, most, longest, photos, heldBytes, idle);
    }

    /** The same with others for held photos. */
    Limits withHeld(int most, long mostBytes, Duration longestIdle) {
        return new Limits(bytes, pixels, faces, pictures, requests, time, most, mostBytes, longestIdle);
    }
}
