package reaging.pictures.writing;

import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The segments of a JPEG file (ITU-T T.81, annex B) before its pixels.
 *
 * @param all segments in the order of the file
 * @param pixels the rest of the file, from the first scan
 */
record JpegSegments(List<Segment> all, byte[] pixels) {
    static final int APP0 = 0xe0;
    static final int APP1 = 0xe1;
    static final int APP2 = 0xe2;
    static final int COMMENT = 0xfe;
    static final int TABLES = 0xdb;
    private static final int SCAN = 0xda;

    /** Maximum size of a segment's content in bytes. */
    static final int MOST_BYTES = 0xffff - 2;

    private static final byte[] PROFILE = "ICC_PROFILE\0".getBytes(StandardCharsets.ISO_8859_1);

    /** The low byte of a marker and the content after the length. */
    record Segment(int marker, byte[] content) {
        static Segment of(int marker, byte[] prefix, byte[] rest) {
            byte[] whole = Arrays.copyOf(prefix, prefix.length + rest.length);
            System.arraycopy(rest, 0, whole, prefix.length, rest.length);
            return new Segment(marker, whole);
        }

        boolean begins(byte[] prefix) {
            return content.length >= prefix.length
                    && Arrays.equals(content, 0, prefix.length, prefix, 0, prefix.length);
        }
    }

    /**
     * Splits a file into segments.
     *
     * @throws BufferUnderflowException if it ends before its pixels
     */
    static JpegSegments of(byte[] file) {
        var content = ByteBuffer.wrap(file).position(2);
        List<Segment> all = new ArrayList<>();
        while (true) {
            int start = content.position();
            int marker = marker(content);
            if (marker == SCAN) {
                return new JpegSegments(all, Arrays.copyOfRange(file, start, file.length));
            }
            byte[] segment = new byte[Short.toUnsignedInt(content.getShort()) - 2];
            content.get(segment);
            all.add(new Segment(marker, segment));
        }
    }

    private static int marker(ByteBuffer content) {
        while (Byte.toUnsignedInt(content.get()) != 0xff) {
            // Decoders also skip bytes between segments.
        }
        int code = 0xff;
        while (code == 0xff) {
            code = Byte.toUnsignedInt(content.get());
        }
        return code;
    }

    /** Returns the first segment with a marker and a prefix. */
    Optional<Segment> first(int marker, byte[] prefix) {
        return all.stream()
                .filter(segment -> segment.marker() == marker && segment.begins(prefix))
                .findFirst();
    }

    /** Returns the ICC profile, which may be split into several segments (ICC.1, annex B.4). */
    Optional<byte[]> profile() {
        var parts = all.stream()
                .filter(segment -> segment.marker() == APP2 && segment.begins(PROFILE))
                .filter(segment -> segment.content().length > PROFILE.length + 2)
                .sorted(Comparator.comparingInt(segment -> Byte.toUnsignedInt(segment.content()[PROFILE.length])))
                .toList();
        var profile = new ByteArrayOutputStream();
        parts.forEach(
                part -> profile.write(part.content(), PROFILE.length + 2, part.content().length - PROFILE.length - 2));
        return profile.size() == 0 ? Optional.empty() : Optional.of(profile.toByteArray());
    }

    /** Splits a profile into segments, each with its number and the total number. */
    static List<Segment> ofProfile(byte[] profile) {
        int most = MOST_BYTES - PROFILE.length - 2;
        int count = (profile.length + most - 1) / most;
        List<Segment> segments = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            byte[] prefix = Arrays.copyOf(PROFILE, PROFILE.length + 2);
            prefix[PROFILE.length] = (byte) (i + 1);
            prefix[PROFILE.length + 1] = (byte) count;
            byte[] part = Arrays.copyOfRange(profile, i * most, Math.min(profile.length, (i + 1) * most));
            segments.add(Segment.of(APP2, prefix, part));
        }
        return segments;
    }

    /** Returns the frame header of any coding: SOF0 to SOF15 except for the table markers among them. */
    Optional<Segment> frame() {
        return all.stream()
                .filter(segment -> segment.marker() >= 0xc0 && segment.marker() <= 0xcf)
                .filter(segment -> segment.marker() != 0xc4 && segment.marker() != 0xc8 && segment.marker() != 0xcc)
                .findFirst();
    }

    /** Returns the same file without an ICC profile. */
    JpegSegments withoutProfile() {
        var others = all.stream()
                .filter(segment -> segment.marker() != APP2 || !segment.begins(PROFILE))
                .toList();
        return new JpegSegments(others, pixels);
    }

    /** Returns the same file with more segments after the JFIF segment. */
    JpegSegments with(List<Segment> more) {
        List<Segment> segments = new ArrayList<>(all);
        int at = !all.isEmpty() && all.get(0).marker() == APP0 ? 1 : 0;
        segments.addAll(at, more);
        return new JpegSegments(segments, pixels);
    }

    /** Joins the segments to a file. */
    byte[] file() {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(new byte[] {(byte) 0xff, (byte) 0xd8});
        for (var segment : all) {
            int length = segment.content().length + 2;
            bytes.writeBytes(new byte[] {(byte) 0xff, (byte) segment.marker(), (byte) (length >> 8), (byte) length});
            bytes.writeBytes(segment.content());
        }
        bytes.writeBytes(pixels);
        return bytes.toByteArray();
    }
}
