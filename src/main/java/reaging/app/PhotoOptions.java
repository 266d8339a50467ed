package reaging.app;

import java.nio.file.Path;
import java.util.OptionalInt;
import picocli.CommandLine.Option;
import reaging.faces.PhotoReAger;
import reaging.networks.EvaluatorPackages;
import reaging.pictures.TooManyPixels;
import reaging.pictures.UnreadablePicture;
import reaging.pictures.writing.PhotoFile;
import reaging.savedmodel.Models;
import reaging.savedmodel.ReAger;

/** What commands need to read photos, to find faces in them and to re-age them. */
final class PhotoOptions {
    @Option(
            names = "--model",
            description = "A SavedModel folder, or a name in savedmodels/; default: the first there, or else the newest"
                    + " run's.")
    private Path model;

    @Option(names = "--size", description = "Side of the faces in pixels, for a model that takes any; others say it.")
    private Integer size;

    @Option(
            names = {"--networks", "--evaluators"},
            paramLabel = "DIR",
            description =
                    "Where the networks lie that find faces; default: where \"ragan networks install\" puts them.")
    private Path networks = EvaluatorPackages.defaultFolder();

    @Option(
            names = "--max-pixels",
            paramLabel = "N",
            defaultValue = "120000000",
            description = "Photos of more pixels are refused; default ${DEFAULT-VALUE}.")
    private long mostPixels;

    long mostPixels() {
        return mostPixels;
    }

    /** Loads the model and what finds faces. */
    PhotoReAger open() {
        return PhotoReAger.open(Models.orDefault(model), sideOfFaces(), networks);
    }

    /** Loads the model alone. */
    ReAger openForCrops() {
        return ReAger.load(Models.orDefault(model), sideOfFaces());
    }

    private OptionalInt sideOfFaces() {
        return size == null ? OptionalInt.empty() : OptionalInt.of(size);
    }

    /** Reads a photo, and says how one of too many pixels can be read. */
    static PhotoFile read(Path photo, long mostPixels) {
        try {
            return PhotoFile.read(photo, mostPixels);
        } catch (UnreadablePicture e) {
            if (e.getCause() instanceof TooManyPixels) {
                throw new IllegalArgumentException(e.getMessage() + "; --max-pixels allows more", e);
            }
            throw e;
        }
    }

    /** Says so where OpenCV's cascades looked for faces. */
    static void notice(PhotoReAger reAger) {
        var offer = offer(reAger);
        if (!offer.isEmpty()) {
            System.err.println("ragan: " + offer);
        }
    }

    /** What to do where OpenCV's cascades do not find enough; empty where networks are installed. */
    static String offer(PhotoReAger reAger) {
        return reAger.usesNetworks()
                ? ""
                : "OpenCV's cascades look for faces, and see only those that look into the camera; \"ragan networks install\""
                        + " gets networks that find nearly all";
    }
}
