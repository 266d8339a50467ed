package reaging.app.photos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import reaging.animation.AgeCourse;
import reaging.animation.Animation;
import reaging.animation.GifWriter;
import reaging.animation.Mp4Writer;
import reaging.app.terminal.Bars;
import reaging.files.WholeFile;
import reaging.pictures.writing.SyntheticMark;

/**
 * The output file of an animation.
 *
 * @param path path of the file
 * @param isMp4 whether it is MP4, or else GIF
 * @param framesPerSecond more than 0
 */
record FilmFile(Path path, boolean isMp4, double framesPerSecond) {
    /**
     * Chooses the format by the file's name.
     *
     * @throws IllegalArgumentException if the name implies no format, or such a file cannot be written
     */
    static FilmFile of(Path path, double framesPerSecond) {
        var name = path.toString().toLowerCase(Locale.ROOT);
        boolean isMp4 = name.endsWith(".mp4");
        if (!isMp4 && !name.endsWith(".gif")) {
            throw new IllegalArgumentException(
                    "--out must be a file whose name ends in .gif or .mp4 but is " + path + "; try face.gif");
        }
        if (isMp4 && !Mp4Writer.isAvailable()) {
            throw new IllegalArgumentException("an MP4 file needs FFmpeg's native library but this build lacks it;"
                    + " \"export RAGAN_MAVEN=-Pmp4\" makes the next start download it (26 MB), or write a .gif file");
        }
        if (!isMp4 && framesPerSecond > GifWriter.MOST_FRAMES_PER_SECOND) {
            throw new IllegalArgumentException("--fps must be at most 50 for a GIF file, since viewers slow down faster"
                    + " ones, but is " + framesPerSecond + "; try 12");
        }
        return new FilmFile(path, isMp4, framesPerSecond);
    }

    /** Writes the file; an existing one is replaced once the new one is complete. */
    void write(Animation animation, AgeCourse course, SyntheticMark mark) {
        Bars.during("animate", course.frames(), progress -> {
            WholeFile.write(path, beside -> {
                try (var writer = isMp4 ? mp4(beside, animation, mark) : gif(beside, mark)) {
                    animation.write(course, writer, progress);
                }
            });
            return path;
        });
    }

    private Mp4Writer mp4(Path beside, Animation animation, SyntheticMark mark) throws IOException {
        return new Mp4Writer(beside, animation.width(), animation.height(), framesPerSecond, mark);
    }

    private GifWriter gif(Path beside, SyntheticMark mark) throws IOException {
        return new GifWriter(Files.newOutputStream(beside), framesPerSecond, mark);
    }
}
