package reaging.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** The checksums of a folder's files, in a file that {@code sha256sum -c} can also read. */
public final class Checksums {
    /** The name of the file. */
    static final String FILE = "checksums.sha256";

    private Checksums() {}

    /** Flushes all files of a folder to disk, then writes their checksums beside them. */
    public static void write(Path folder) throws IOException {
        List<String> lines = new ArrayList<>();
        for (var file : files(folder)) {
            WholeFile.force(file);
            lines.add(sha256(file) + "  " + file.getFileName());
        }
        WholeFile.writeDurably(folder.resolve(FILE), String.join("\n", lines) + "\n");
    }

    private static List<Path> files(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    /** Returns what is wrong with a folder, if anything. Older folders without checksums are accepted. */
    public static Optional<String> damage(Path folder) throws IOException {
        if (!Files.exists(folder.resolve(FILE))) {
            return Optional.empty();
        }
        for (var line : Files.readAllLines(folder.resolve(FILE))) {
            var parts = line.split("  ", 2);
            var file = folder.resolve(parts[parts.length - 1]);
            if (parts.length < 2 || !Files.isRegularFile(file)) {
                return Optional.of(file.getFileName() + " is missing");
            }
            if (!parts[0].equals(sha256(file))) {
                return Optional.of(file.getFileName() + " does not match its checksum");
            }
        }
        return Optional.empty();
    }

    private static String sha256(Path file) throws IOException {
        try (InputStream input = new DigestInputStream(Files.newInputStream(file), digest())) {
            input.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of()
                    .formatHex(((DigestInputStream) input).getMessageDigest().digest());
        }
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
