package reaging.evaluation.predictions;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import reaging.files.WholeFile;

/**
 * A file of the rows of numbers that an evaluation has computed so far, so that an interrupted one can resume. The first line
 * identifies the subject of the rows; a file with another subject is started anew, and an incomplete row at the end is dropped.
 */
public final class RecordFile {
    private final Path file;
    private final List<float[]> rows = new ArrayList<>();

    private RecordFile(Path file) {
        this.file = file;
    }

    /**
     * Opens or creates a file.
     *
     * @param subject everything that the rows depend on, one line
     * @param width number of values per row
     */
    public static RecordFile open(Path file, String subject, int width) {
        var records = new RecordFile(file);
        byte[] header = (subject + "\n").getBytes(StandardCharsets.UTF_8);
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            var bytes = ByteBuffer.wrap(Files.exists(file) ? Files.readAllBytes(file) : new byte[0]);
            int whole = startsWith(bytes, header) ? (bytes.capacity() - header.length) / (Float.BYTES * width) : 0;
            bytes.position(whole == 0 ? 0 : header.length);
            for (int i = 0; i < whole; i++) {
                var row = new float[width];
                bytes.asFloatBuffer().get(row);
                bytes.position(bytes.position() + Float.BYTES * width);
                records.rows.add(row);
            }
            WholeFile.write(file, whole == 0 ? header : Arrays.copyOf(bytes.array(), bytes.position()));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot use " + file, e);
        }
        return records;
    }

    private static boolean startsWith(ByteBuffer bytes, byte[] header) {
        return bytes.capacity() >= header.length
                && bytes.slice(0, header.length).equals(ByteBuffer.wrap(header));
    }

    /** Returns the number of rows so far. */
    public int size() {
        return rows.size();
    }

    public float[] row(int i) {
        return rows.get(i);
    }

    public void append(float[] row) {
        try (var out = new DataOutputStream(
                new BufferedOutputStream(Files.newOutputStream(file, StandardOpenOption.APPEND)))) {
            for (float value : row) {
                out.writeFloat(value);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
        rows.add(row);
    }
}
