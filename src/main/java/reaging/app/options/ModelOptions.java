package reaging.app.options;

import java.nio.file.Path;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import reaging.faces.PhotoReAger;
import reaging.networks.EvaluatorPackages;
import reaging.savedmodel.Models;
import reaging.savedmodel.ReAger;

/** The options that choose the model and the networks that find faces. */
public final class ModelOptions {
    @Option(
            names = "--model",
            description = "A SavedModel folder, or a name in savedmodels/; default: the first there, or else the newest"
                    + " run's.")
    private @Nullable Path model;

    @Option(
            names = "--size",
            description = "Side of the faces in pixels, for a model that accepts any size; others define it.")
    private @Nullable Integer size;

    @Option(
            names = {"--networks", "--evaluators"},
            paramLabel = "DIR",
            description = "Folder of the networks that find faces; default: that of \"ragan networks install\".")
    private Path networks = EvaluatorPackages.defaultFolder();

    /** Loads the model and the face finder; the caller closes it. */
    public PhotoReAger open() {
        return PhotoReAger.open(folder(), sideOfFaces(), networks);
    }

    /** Loads only the model; the caller closes it. */
    public ReAger openForCrops() {
        return ReAger.load(folder(), sideOfFaces());
    }

    /** Returns the model's folder. */
    public Path folder() {
        return model == null ? Models.first() : Models.named(model);
    }

    private OptionalInt sideOfFaces() {
        return size == null ? OptionalInt.empty() : OptionalInt.of(size);
    }

    /** Suggests what to do if OpenCV's cascades miss faces; empty if the networks are installed. */
    public static String offer(PhotoReAger reAger) {
        return reAger.usesNetworks()
                ? ""
                : "OpenCV's cascades find faces, but only those that look into the camera; \"ragan networks install\""
                        + " downloads networks that find nearly all";
    }
}
