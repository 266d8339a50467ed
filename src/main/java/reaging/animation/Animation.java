package reaging.animation;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;
import java.util.function.IntConsumer;
import reaging.faces.EncodedFace;
import reaging.faces.Photo;
import reaging.pictures.Pictures;

/** An animation of a photo's faces at changing ages, in the photo or in a part of it. Not thread-safe. */
public final class Animation {
    /** Side of a picture of one face, as a multiple of the model's crop. */
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
     * Animates the whole photo.
     *
     * @param mostSide maximum width and height in pixels, to which a larger photo is reduced
     */
    public static Animation ofPhoto(Photo photo, List<EncodedFace> faces, int mostSide) {
        var view = photo.square();
        int side = (int) Math.min(view.side(), mostSide);
        return new Animation(
                photo.resized(side),
                faces.stream().map(face -> face.in(view, side)).toList());
    }

    /**
     * Animates one face and its surroundings, rotated upright.
     *
     * @param mostSide maximum side of the picture in pixels
     */
    public static Animation ofFace(Photo photo, EncodedFace face, int mostSide) {
        var view = face.region().scaled(AROUND);
        int side = (int) Math.min(mostSide, Math.max(LEAST_SIDE, Math.round(view.side())));
        return new Animation(photo.picture(view, side), List.of(face.in(view, side)));
    }

    /** Returns the width of the frames in pixels. */
    public int width() {
        return still.getWidth();
    }

    /** Returns the height of the frames in pixels. */
    public int height() {
        return still.getHeight();
    }

    /** Draws the faces at an age in years, which is shown in the corner. */
    public BufferedImage frame(double age) {
        var frame = Pictures.copy(still);
        faces.forEach(face -> face.at(age).pasteInto(frame));
        AgeLabel.draw(age, frame);
        return frame;
    }

    /**
     * Writes all frames.
     *
     * @param progress receives the number of frames written so far
     */
    public void write(AgeCourse course, FrameWriter writer, IntConsumer progress) throws IOException {
        for (int i = 0; i < course.frames(); i++) {
            writer.write(frame(course.at(i)));
            progress.accept(i + 1);
        }
    }
}
