package reaging.run;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import reaging.data.FaceSet;

/** Fingerprints sets of faces, to tell them apart. */
public final class Fingerprint {
    private static final int BYTES = 8;

    private Fingerprint() {}

    /** Returns the number of faces and a hash of their labels and ages; images are not read. */
    public static String of(FaceSet faces) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (int i = 0; i < faces.size(); i++) {
                digest.update((faces.label(i) + "\n" + faces.age(i) + "\n").getBytes(StandardCharsets.UTF_8));
            }
            return faces.size() + " faces, " + HexFormat.of().formatHex(digest.digest(), 0, BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
