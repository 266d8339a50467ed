package reaging.animation;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;
import java.util.function.IntConsumer;
import reaging.faces.EncodedFace;
import reaging.faces.Photo;
import reaging.pictures.Pictures;

/** Faces of a photo at ages that change, in the photo or in a part of it. From one thread at a time. */
public final class Animation {
    /** What a picture of one face shows, as a multiple of what the model sees of it. */
    private static final double AROUND = 1.25;

    /** Pictures of one face are enlarged to this side, in pixels. */
    private static final int LEAST_SIDE = 256;

    private final BufferedImage still;
    private final List<EncodedFace> faces; // in the still picture

    private Animation(BufferedImage still, List<EncodedFace> faces) {
        this.still = still;
        this.faces = faces;
    }

    /**
     * The whole photo.
     *
     * @param mostSide the photo is reduced until neither side is longer, in pixels
     */
    public static Animation ofPhoto(Photo photo, List<EncodedFace> faces, int mostSide) {
        var view = photo.square();
        int side = (int) Math.min(view.side(), mostSide);
        return new Animation(
                photo.resized(side),
                faces.stream().map(face -> face.in(view, side)).toList());
    }

    /**
     * One face and what is around it, turned upright.
     *
     * @param mostSide of the picture, in pixels
     */
    public static Animation ofFace(Photo photo, EncodedFace face, int mostSide) {
        var view = face.region().scaled(AROUND);
        int side = (int) Math.min(mostSide, Math.max(LEAST_SIDE, Math.round(view.side())));
        return new Animation(photo.picture(view, side), List.of(face.in(view, side)));
    }

    /** Width of the frames, in pixels. */
    public int width() {
        return still.getWidth();
    }

    /** Height of the frames, in pixels. */
    public int height() {
        return still.getHeight();
    }

    /** The faces at an age in years, which stands in the corner. */
    public BufferedImage frame(double age) {
        var frame = Pictures.copy(still);
        faces.forEach(face -> face.at(age).pasteInto(frame));
        AgeLabel.draw(age, frame);
        return frame;
    }

    /**
     * Writes all frames.
     *
     * @param progress is told the number of frames that are written
     */
    public void write(AgeCourse course, FrameWriter writer, IntConsumer progress) throws IOException {
        for (int i = 0; i < course.frames(); i++) {
            writer.write(frame(course.at(i)));
            progress.accept(i + 1);
        }
    }
}
