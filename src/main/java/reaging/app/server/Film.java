package reaging.app.server;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import reaging.animation.AgeCourse;
import reaging.animation.Animation;
import reaging.animation.GifWriter;
import reaging.data.AgeGroup;
import reaging.faces.EncodedFace;

/**
 * A requested animated GIF file: from one age to another and back.
 *
 * @param side maximum longer side of the pictures in pixels
 */
record Film(AgeCourse course, int side) {
    private static final double FRAMES_PER_SECOND = 12;

    /** Reads the parameters "from", "to", "frames" and "side". */
    static Film of(Parameters wanted) {
        var course = new AgeCourse(wanted.age("from", 5), wanted.age("to", 80), wanted.number("frames", 2, 48, 24));
        return new Film(course, wanted.number("side", 64, 960, 480));
    }

    Result result(Engine engine, Engine.Looked looked, List<EncodedFace> faces, Deadline deadline) {
        var bytes = new ByteArrayOutputStream();
        try (var gif = new GifWriter(bytes, FRAMES_PER_SECOND, engine.mark(course.from(), course.to()))) {
            Animation.ofPhoto(looked.photo(), faces, side).write(course, gif, frame -> deadline.check());
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory cannot fail", e);
        }
        return new Result(
                bytes.toByteArray(),
                "image/gif",
                "ages-" + AgeGroup.text(course.from()) + "-to-" + AgeGroup.text(course.to()) + ".gif");
    }
}
