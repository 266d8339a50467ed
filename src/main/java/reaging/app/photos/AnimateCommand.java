package reaging.app.photos;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
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
            "Makes a GIF or MP4 animation of a photo in which a face ages from one age to another and back, with the age shown"
                    + " in the corner. The file is marked as synthetic.",
            "MP4 files need FFmpeg's native library (26 MB), which the first build downloads only on request:"
                    + " export RAGAN_MAVEN=-Pmp4"
        },
        footer = {
            "",
            "Examples:",
            "  ragan animate party.jpg --from 5 --to 80",
            "  ragan animate party.jpg --from 20 --to 70 --crop --seconds 4 --out older.gif",
            "  RAGAN_MAVEN=-Pmp4 ragan animate party.jpg --from 5 --to 80 --faces all --out party.mp4"
        })
public final class AnimateCommand implements Callable<Integer> {
    /** Maximum number of frames, ten minutes at 30 frames per second. */
    private static final int MOST_FRAMES = 18_000;

    private static final int LEAST_SIDE = 16;

    @Parameters(paramLabel = "PHOTO", description = "A JPEG, PNG, WebP, TIFF, BMP or GIF file.")
    private Path path;

    @Option(names = "--from", required = true, paramLabel = "YEARS", description = "Age in the first frame, 0 to 120.")
    private double from;

    @Option(names = "--to", required = true, paramLabel = "YEARS", description = "Age at the halfway point, 0 to 120.")
    private double to;

    @Option(
            names = "--seconds",
            defaultValue = "6",
            description = "Duration of the round trip in seconds; default ${DEFAULT-VALUE}.")
    private double seconds;

    @Option(
            names = "--fps",
            defaultValue = "12",
            description = "Frames per second, at most 50 in a GIF file; default ${DEFAULT-VALUE}.")
    private double framesPerSecond;

    @Option(
            names = {"--faces", "--face"},
            defaultValue = "largest",
            description = "Faces to age: \"largest\" (default), \"all\", or their numbers from left to right, such as"
                    + " 1,3.")
    private String faces;

    @Option(names = "--crop", description = "Show a single upright face instead of the whole photo.")
    private boolean crop;

    @Option(
            names = "--max-side",
            paramLabel = "N",
            defaultValue = "720",
            description = "Reduce larger pictures to this width or height in pixels; default ${DEFAULT-VALUE}.")
    private int mostSide;

    @Mixin
    private PhotoOptions options = new PhotoOptions();

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Output file, ending in .gif or .mp4; default: PHOTO_FROM-TO.gif in this folder.")
    private @Nullable Path out;

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
