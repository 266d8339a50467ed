package reaging.app;

import java.nio.file.Path;
import java.util.OptionalInt;
import picocli.CommandLine.Option;
import reaging.faces.PhotoReAger;
import reaging.networks.EvaluatorPackages;
import reaging.savedmodel.Models;
import reaging.savedmodel.ReAger;

/** What re-ages photos: a model, and what finds faces. */
public final class ModelOptions {
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

    /** Loads the model and what finds faces; the caller closes it. */
    public PhotoReAger open() {
        return PhotoReAger.open(folder(), sideOfFaces(), networks);
    }

    /** Loads the model alone; the caller closes it. */
    ReAger openForCrops() {
        return ReAger.load(folder(), sideOfFaces());
    }

    /** The model's folder. */
    Path folder() {
        return Models.orDefault(model);
    }

    private OptionalInt sideOfFaces() {
        return size == null ? OptionalInt.empty() : OptionalInt.of(size);
    }

    /** What to do where OpenCV's cascades do not find enough; empty where networks are installed. */
    public static String offer(PhotoReAger reAger) {
        return reAger.usesNetworks()
                ? ""
                : "OpenCV's cascades look for faces, and see only those that look into the camera; \"ragan networks install\""
                        + " gets networks that find nearly all";
    }
}
