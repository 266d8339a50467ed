package reaging.files;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Computes SHA-256 hashes. */
public final class Hashes {
    private Hashes() {}

    /** Returns the hash in hexadecimal digits. */
    public static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Returns distinct texts in the order of their hashes, which is unrelated to the texts. */
    public static List<String> inOrder(Collection<String> texts) {
        SortedMap<String, String> byHash = new TreeMap<>();
        texts.forEach(text -> byHash.put(sha256(text.getBytes(StandardCharsets.UTF_8)), text));
        return List.copyOf(byHash.values());
    }
}
