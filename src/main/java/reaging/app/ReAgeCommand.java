package reaging.app;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import reaging.faces.Paste;

/** Re-ages photos. */
@Command(
        name = "reage",
        mixinStandardHelpOptions = true,
        description = {
            "Finds the faces of photos, re-ages them and puts them back; the rest of a photo stays as it is. A JPEG file"
                    + " becomes a JPEG file of the same quality, all others PNG files. Colour profile and EXIF data stay,"
                    + " except for the place where the photo was taken and thumbnails. Every result says in its file that a"
                    + " network made it.",
            "With --aligned a photo is a face crop already, as training sees them."
        },
        footer = {
            "",
            "Examples:",
            "  ragan reage party.jpg --age 70",
            "  ragan reage party.jpg --ages 5,30,70 --faces largest --strip",
            "  ragan reage holidays --age 10 --out younger      all photos of a folder",
            "  ragan reage face.png --ages all --aligned        one strip with the input and all ten groups",
            "",
            "With --aligned, a photo in a folder \"images\" is used with the mask of the same name in a folder \"masks\"",
            "beside it, as \"ragan data synthesize\" writes them."
        })
final class ReAgeCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "PHOTO",
            arity = "1..*",
            description = "JPEG, PNG, WebP, TIFF, BMP or GIF files, or folders of them.")
    private List<Path> photos;

    @ArgGroup(multiplicity = "1")
    private TargetAges target;

    @Option(
            names = "--faces",
            defaultValue = "all",
            description =
                    "Which faces of a photo: \"all\" (default), \"largest\", or their numbers from left to right, as 1,3.")
    private String faces;

    @Option(names = "--strip", description = "All ages side by side in one picture, with the photo as it was.")
    private boolean strip;

    @Option(
            names = "--paste",
            defaultValue = "change",
            description = "\"change\" (default) adds what the model changed to the photo, which keeps its detail;"
                    + " \"replace\" puts the model's picture in its place, for comparison.")
    private Paste paste;

    @Option(names = "--json", description = "Print one JSON object with boxes, scores and angles, and nothing else.")
    private boolean json;

    @Mixin
    private PhotoOptions options = new PhotoOptions();

    @Option(
            names = "--mask",
            description = "With --aligned and a single photo: white at the face, black at the background.")
    private Path mask;

    @Option(names = "--out", defaultValue = ".", description = "Folder of the results; default: here.")
    private Path out;

    @Option(names = "--aligned", description = "The photos are face crops already.")
    private boolean aligned;

    @Override
    public Integer call() {
        return aligned ? reAgeCrops() : reAgePhotos();
    }

    private int reAgeCrops() {
        target.years();
        try (var reAger = options.openForCrops()) {
            new AlignedRun(reAger, target, mask, out).of(photos);
        }
        return 0;
    }

    private int reAgePhotos() {
        if (mask != null) {
            throw new IllegalArgumentException(
                    "--mask goes with --aligned but it is missing; leave --mask out: the person"
                            + " in a photo is found");
        }
        var settings = new PhotoRun.Settings(
                target.years(), strip, FaceChoice.of(faces), paste, options.mostPixels(), out, json);
        var all = PhotoPaths.all(photos);
        try (var reAger = options.open()) {
            return new PhotoRun(reAger, settings).of(all);
        }
    }
}
