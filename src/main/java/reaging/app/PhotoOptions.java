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

/** What commands need to read photos and to find faces in them. */
final class PhotoOptions {
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

    /**
     * Loads a model and what finds faces.
     *
     * @param model a folder or a name in savedmodels/; null: the default
     * @param size side of its faces in pixels, for a model that takes any
     */
    PhotoReAger open(Path model, OptionalInt size) {
        return PhotoReAger.open(Models.orDefault(model), size, networks);
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
