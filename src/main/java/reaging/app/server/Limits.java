package reaging.app.server;

import java.time.Duration;

/**
 * The limits of the service.
 *
 * @param bytes maximum size of an upload in bytes
 * @param pixels maximum number of pixels of a photo; larger ones are refused before decoding
 * @param faces maximum number of faces to re-age in a photo
 * @param pictures maximum number of pictures in one answer, that is, of ages
 * @param requests maximum number of requests that run or wait at a time; more are refused
 * @param time maximum time for a request, from its first byte to its answer
 * @param photos maximum number of photos held for the page
 * @param heldBytes maximum number of bytes in Java's heap that they take together
 * @param idle time after which an unused held photo is forgotten
 */
public record Limits(
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

    public Limits {
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
            throw new IllegalArgumentException("a limit must be 1 or more but " + name + " is " + value);
        }
    }

    /** Returns these limits with others for uploads. */
    Limits withUploads(long mostBytes, long mostPixels) {
        return new Limits(mostBytes, mostPixels, faces, pictures, requests, time, photos, heldBytes, idle);
    }

    /** Returns these limits with others for requests. */
    Limits withRequests(int most, Duration longest) {
        return new Limits(bytes, pixels, faces, pictures, most, longest, photos, heldBytes, idle);
    }

    /** Returns these limits with others for held photos. */
    Limits withHeld(int most, long mostBytes, Duration longestIdle) {
        return new Limits(bytes, pixels, faces, pictures, requests, time, most, mostBytes, longestIdle);
    }
}
