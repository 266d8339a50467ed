package reaging.app.photos;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
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
            "Finds the faces in photos, re-ages them and pastes them back; the rest of a photo is left unchanged. A JPEG file"
                    + " becomes a JPEG file of the same quality, all others become PNG files. Colour profile and EXIF data are"
                    + " kept, except for the location and thumbnails. Every result is marked as synthetic in its metadata.",
            "With --aligned, photos are already face crops like those used in training."
        },
        footer = {
            "",
            "Examples:",
            "  ragan reage party.jpg --age 70",
            "  ragan reage party.jpg --ages 5,30,70 --faces largest --strip",
            "  ragan reage holidays --age 10 --out younger      all photos in a folder",
            "  ragan reage face.png --ages all --aligned        one strip with the input and all ten groups",
            "",
            "With --aligned, a photo in a folder \"images\" is used with the mask of the same name in the folder \"masks\"",
            "beside it, the layout that \"ragan data synthesize\" writes."
        })
public final class ReAgeCommand implements Callable<Integer> {
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
                    "Faces to re-age: \"all\" (default), \"largest\", or their numbers from left to right, such as 1,3.")
    private String faces;

    @Option(names = "--strip", description = "Show the original and all ages side by side in one picture.")
    private boolean strip;

    @Option(
            names = "--paste",
            defaultValue = "change",
            description = "\"change\" (default) adds the model's changes to the photo, which preserves detail;"
                    + " \"replace\" pastes in the model's picture, for comparison.")
    private Paste paste;

    @Option(names = "--json", description = "Print only one JSON object, with boxes, scores and angles.")
    private boolean json;

    @Mixin
    private PhotoOptions options = new PhotoOptions();

    @Option(
            names = "--mask",
            description = "With --aligned and a single photo: its mask, white for face and black for background.")
    private @Nullable Path mask;

    @Option(names = "--out", defaultValue = ".", description = "Folder for the results; default: this folder.")
    private Path out;

    @Option(names = "--aligned", description = "The photos are already face crops.")
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
                    "--mask requires --aligned; leave it out: without --aligned the person" + " in a photo is found");
        }
        var settings = new PhotoRun.Settings(
                target.years(), strip, FaceChoice.of(faces), paste, options.mostPixels(), out, json);
        var all = PhotoPaths.all(photos);
        try (var reAger = options.open()) {
            return new PhotoRun(reAger, settings).of(all);
        }
    }
}
