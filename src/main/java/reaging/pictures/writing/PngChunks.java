package reaging.pictures.writing;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * The chunks of a PNG file (W3C, Portable Network Graphics 1.2, chapter 3).
 *
 * @param all chunks in the order of the file
 */
record PngChunks(List<Chunk> all) {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final String PROFILE = "iCCP";

    /** A chunk with its type. */
    record Chunk(String kind, byte[] content) {
        static Chunk text(String keyword, String words) {
            return new Chunk("tEXt", latin(keyword + "\0" + words));
        }

        /** Creates a chunk for an XMP packet, neither compressed nor translated. */
        static Chunk xmp(String packet) {
            return new Chunk("iTXt", ("XML:com.adobe.xmp\0\0\0\0\0" + packet).getBytes(StandardCharsets.UTF_8));
        }

        static Chunk ofProfile(byte[] profile) {
            var bytes = new ByteArrayOutputStream();
            bytes.writeBytes(latin("profile\0\0"));
            try (var stream = new DeflaterOutputStream(bytes)) {
                stream.write(profile);
            } catch (IOException e) {
                throw new IllegalStateException("writing to memory cannot fail", e);
            }
            return new Chunk(PROFILE, bytes.toByteArray());
        }

        private static byte[] latin(String text) {
            return text.getBytes(StandardCharsets.ISO_8859_1);
        }

        private byte[] bytes() {
            var sum = new CRC32();
            sum.update(latin(kind));
            sum.update(content);
            return ByteBuffer.allocate(content.length + 12)
                    .putInt(content.length)
                    .put(latin(kind))
                    .put(content)
                    .putInt((int) sum.getValue())
                    .array();
        }
    }

    /**
     * Splits a file into chunks.
     *
     * @throws BufferUnderflowException if it ends within a chunk
     */
    static PngChunks of(byte[] file) {
        var content = ByteBuffer.wrap(file).position(SIGNATURE.length);
        List<Chunk> all = new ArrayList<>();
        while (content.hasRemaining()) {
            int length = content.getInt();
            byte[] kind = new byte[4];
            content.get(kind);
            if (length < 0 || length > content.remaining()) {
                throw new BufferUnderflowException();
            }
            byte[] rest = new byte[length];
            content.get(rest);
            content.getInt(); // the checksum
            all.add(new Chunk(new String(kind, StandardCharsets.ISO_8859_1), rest));
        }
        return new PngChunks(all);
    }

    /** Returns the content of the first chunk of a type. */
    Optional<byte[]> first(String kind) {
        return all.stream()
                .filter(chunk -> chunk.kind().equals(kind))
                .map(Chunk::content)
                .findFirst();
    }

    /** Returns the ICC profile; empty if it is broken. */
    Optional<byte[]> profile() {
        return first(PROFILE).flatMap(content -> {
            int name = 0;
            while (name < content.length && content[name] != 0) {
                name++;
            }
            byte[] compressed = Arrays.copyOfRange(content, Math.min(name + 2, content.length), content.length);
            try (var stream = new InflaterInputStream(new ByteArrayInputStream(compressed))) {
                return Optional.of(stream.readAllBytes());
            } catch (IOException e) {
                return Optional.empty();
            }
        });
    }

    /** Returns the same file with more chunks after its header. */
    PngChunks with(List<Chunk> more) {
        List<Chunk> chunks = new ArrayList<>(all);
        chunks.addAll(1, more);
        return new PngChunks(chunks);
    }

    /** Joins the chunks to a file. */
    byte[] file() {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(SIGNATURE);
        all.forEach(chunk -> bytes.writeBytes(chunk.bytes()));
        return bytes.toByteArray();
    }
}
