package reaging.app.server;

import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.MultiPartConfig;
import org.eclipse.jetty.http.MultiPartFormData;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.content.ByteBufferContentSource;
import org.eclipse.jetty.util.Attributes;

/**
 * The content of a request: a photo and parameters that say what to do with it. It is held only in memory.
 *
 * @param photo content of the photo's file; empty: none was sent
 * @param parameters parameters of the query and, if present, of the form, which takes precedence
 */
record Upload(byte[] photo, Parameters parameters) {
    private static final int MOST_PARTS = 16;
    private static final int MOST_LETTERS = 1000;
    /** Minimum upload rate in bytes per second; slower clients only occupy a place. */
    private static final int LEAST_RATE = 4000;

    private static final String FORM = "multipart/form-data";

    /**
     * Reads a request: a form with a part "photo", or the photo itself.
     *
     * @param deadline time by which the whole upload must arrive
     */
    static Upload read(Context context, Limits limits, Deadline deadline) {
        long announced = context.req().getContentLengthLong();
        if (announced > limits.bytes()) {
            throw tooLarge(limits);
        }
        byte[] body = body(context, limits, deadline);
        var words = Parameters.query(context);
        var type = String.valueOf(context.req().getContentType());
        if (!type.toLowerCase(Locale.ROOT).startsWith(FORM)) {
            return new Upload(body, new Parameters(words));
        }
        return new Upload(readForm(type, body, words), new Parameters(words));
    }

    private static byte[] body(Context context, Limits limits, Deadline deadline) {
        var bytes = new ByteArrayOutputStream();
        var buffer = new byte[1 << 16];
        long start = System.nanoTime();
        try (InputStream in = context.req().getInputStream()) {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                bytes.write(buffer, 0, count);
                if (bytes.size() > limits.bytes()) {
                    throw tooLarge(limits);
                }
                long seconds = (System.nanoTime() - start) / 1_000_000_000;
                if (deadline.left() <= 0 || (seconds > 2 && bytes.size() < seconds * LEAST_RATE)) {
                    throw tooSlow(deadline);
                }
            }
        } catch (EOFException e) {
            throw Problem.of(Problem.Kind.BAD_REQUEST, "an upload must be complete but ended early; send it again");
        } catch (IOException e) {
            if (e.getCause() instanceof TimeoutException) {
                throw tooSlow(deadline);
            }
            throw Problem.of(
                    Problem.Kind.BAD_REQUEST, "an upload must be complete but could not be read; send it again");
        }
        return bytes.toByteArray();
    }

    private static Problem tooLarge(Limits limits) {
        return Problem.of(
                Problem.Kind.TOO_LARGE,
                String.format(
                        Locale.ROOT,
                        "an upload must have at most %,d bytes but has more; make the photo smaller",
                        limits.bytes()));
    }

    private static Problem tooSlow(Deadline deadline) {
        return Problem.of(
                Problem.Kind.TOO_SLOW_UPLOAD,
                "an upload must arrive within " + deadline.allowed().toSeconds()
                        + " seconds and without long pauses but did" + " not; make the photo smaller, or try again");
    }

    /** Reads the parts of a form; parameters go into the map. */
    private static byte[] readForm(String type, byte[] body, Map<String, String> words) {
        // No part of a photo may end up in a file.
        var inMemory = new MultiPartConfig.Builder()
                .maxParts(MOST_PARTS)
                .maxSize(body.length)
                .maxMemoryPartSize(body.length + 1L)
                .useFilesForPartsWithoutFileName(false)
                .build();
        var source = new ByteBufferContentSource(ByteBuffer.wrap(body));
        try (var parts = MultiPartFormData.getParts(source, new Attributes.Mapped(), type, inMemory)) {
            byte[] photo = new byte[0];
            for (var part : parts) {
                if (part.getName().equals("photo")) {
                    var content = Content.Source.asByteBuffer(part.getContentSource());
                    photo = new byte[content.remaining()];
                    content.get(photo);
                } else if (part.getLength() <= MOST_LETTERS) {
                    words.put(part.getName(), part.getContentAsString(StandardCharsets.UTF_8));
                }
            }
            return photo;
        } catch (IOException | RuntimeException e) {
            throw broken();
        }
    }

    private static Problem broken() {
        return Problem.of(
                Problem.Kind.BAD_REQUEST,
                "a form must be complete multipart/form-data with a boundary and at most " + MOST_PARTS
                        + " parts but is not; send it as \"curl -F photo=@face.jpg\" does");
    }

    /** Returns the photo, which is required. */
    byte[] required() {
        if (photo.length == 0) {
            throw Problem.of(
                    Problem.Kind.BAD_REQUEST,
                    "a photo must be sent as the request's body or as the part \"photo\" of a form but is missing; send one as"
                            + " \"curl -F photo=@face.jpg\" does");
        }
        return photo;
    }
}
