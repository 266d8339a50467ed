package reaging.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import reaging.animation.AgeCourse;
import reaging.animation.Animation;
import reaging.data.AgeGroup;
import reaging.faces.Photo;
import reaging.faces.PhotoReAger;
import reaging.pictures.writing.SyntheticMark;

/** Shows the faces of a photo growing older and younger. */
@Command(
        name = "animate",
        mixinStandardHelpOptions = true,
        description = {
            "Makes a film of a photo in which a face grows from one age to another and back, with the age in the corner, as a"
                    + " GIF or MP4 file. The file says that a network made it.",
            "MP4 files need the native library of FFmpeg, 26 MB, which the first build gets only when it is told to:"
                    + " export RAGAN_MAVEN=-Pmp4"
        },
        footer = {
            "",
            "Examples:",
            "  ragan animate party.jpg --from 5 --to 80",
            "  ragan animate party.jpg --from 20 --to 70 --crop --seconds 4 --out older.gif",
            "  RAGAN_MAVEN=-Pmp4 ragan animate party.jpg --from 5 --to 80 --faces all --out party.mp4"
        })
final class AnimateCommand implements Callable<Integer> {
    /** Ten minutes at 30 frames a second. */
    private static final int MOST_FRAMES = 18_000;

    private static final int LEAST_SIDE = 16;

    @Parameters(paramLabel = "PHOTO", description = "A JPEG, PNG, WebP, TIFF, BMP or GIF file.")
    private Path path;

    @Option(names = "--from", required = true, paramLabel = "YEARS", description = "Age in the first frame, 0 to 120.")
    private double from;

    @Option(names = "--to", required = true, paramLabel = "YEARS", description = "Age halfway, 0 to 120.")
    private double to;

    @Option(
            names = "--seconds",
            defaultValue = "6",
            description = "How long there and back take together; default ${DEFAULT-VALUE}.")
    private double seconds;

    @Option(
            names = "--fps",
            defaultValue = "12",
            description = "Frames per second, up to 50 in a GIF file; default ${DEFAULT-VALUE}.")
    private double framesPerSecond;

    @Option(
            names = {"--faces", "--face"},
            defaultValue = "largest",
            description =
                    "Which faces of the photo: \"largest\" (default), \"all\", or their numbers from left to right, as"
                            + " 1,3.")
    private String faces;

    @Option(names = "--crop", description = "Show one face, upright, and not the whole photo.")
    private boolean crop;

    @Option(
            names = "--max-side",
            paramLabel = "N",
            defaultValue = "720",
            description = "Larger pictures are reduced to this width or height in pixels; default ${DEFAULT-VALUE}.")
    private int mostSide;

    @Mixin
    private PhotoOptions options = new PhotoOptions();

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "A file whose name ends in .gif or .mp4; default: PHOTO_FROM-TO.gif here.")
    private Path out;

    @Override
    public Integer call() {
        var course = course();
        var result = result();
        requireSide();
        ResultNames.requireOthers(List.of(result.path()), List.of(path));
        var choice = FaceChoice.of(faces);
        var photo = Photo.of(PhotoOptions.read(path, options.mostPixels()).picture());
        try (var reAger = options.open()) {
            var chosen = ChosenFaces.of(path, photo, reAger, choice);
            result.write(animation(photo, chosen), course, mark(reAger));
            PhotoOptions.notice(reAger);
        }
        System.out.println(result.path());
        return 0;
    }

    private AgeCourse course() {
        if (!(seconds > 0) || !(framesPerSecond > 0)) {
            throw new IllegalArgumentException("--seconds and --fps must be more than 0 but are " + seconds + " and "
                    + framesPerSecond + "; try --seconds 6 --fps 12");
        }
        AgeGroup.requireAge(from);
        AgeGroup.requireAge(to);
        double frames = Math.rint(seconds * framesPerSecond);
        if (frames < 2 || frames > MOST_FRAMES) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "--seconds times --fps must be 2 to %d frames but is %.0f; try --seconds 6 --fps 12",
                    MOST_FRAMES,
                    frames));
        }
        return new AgeCourse(from, to, (int) frames);
    }

    private void requireSide() {
        if (mostSide < LEAST_SIDE) {
            throw new IllegalArgumentException(
                    "--max-side must be " + LEAST_SIDE + " pixels or more but is " + mostSide + "; try 720");
        }
    }

    private FilmFile result() {
        if (out != null) {
            return FilmFile.of(out, framesPerSecond);
        }
        var name = ResultNames.of(List.of(path)).get(0);
        return FilmFile.of(
                Path.of(name + "_" + AgeGroup.text(from) + "-" + AgeGroup.text(to) + ".gif"), framesPerSecond);
    }

    private Animation animation(Photo photo, ChosenFaces chosen) {
        if (!crop) {
            return Animation.ofPhoto(photo, chosen.faces(), mostSide);
        }
        if (chosen.faces().size() > 1) {
            throw new IllegalArgumentException("--crop shows one face but --faces chooses "
                    + chosen.faces().size() + "; name one of them, as --faces 1");
        }
        return Animation.ofFace(photo, chosen.faces().get(0), mostSide);
    }

    private SyntheticMark mark(PhotoReAger reAger) {
        var ages = "from " + AgeGroup.text(from) + " to " + AgeGroup.text(to) + " years";
        return SyntheticMark.ofFaces(ages, reAger.model().name());
    }
}
