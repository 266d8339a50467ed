package reaging.files;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** SHA-256 of bytes. */
public final class Hashes {
    private Hashes() {}

    /** In hexadecimal digits. */
    public static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Texts in the order of their hashes, which has nothing to do with the texts; each once. */
    public static List<String> inOrder(Collection<String> texts) {
        SortedMap<String, String> byHash = new TreeMap<>();
        texts.forEach(text -> byHash.put(sha256(text.getBytes(StandardCharsets.UTF_8)), text));
        return List.copyOf(byHash.values());
    }
}
