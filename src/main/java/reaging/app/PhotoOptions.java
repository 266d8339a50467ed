package reaging.app;

import java.nio.file.Path;
import picocli.CommandLine.Option;
import reaging.faces.NetworkFinder;
import reaging.faces.PhotoReAger;
import reaging.networks.EvaluatorPackages;
import reaging.savedmodel.Models;

/** What commands need to read photos and to find faces in them. */
final class PhotoOptions {
    @Option(
            names = {"--networks", "--evaluators"},
            paramLabel = "DIR",
            description = "Where the networks lie that find faces; default: where \"ragan networks install\" puts them.")
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
     * Loads a model, and says what finds faces if it is not the best.
     *
     * @param model a folder or a name in savedmodels/; null: the default
     */
    PhotoReAger open(Path model) {
        if (!NetworkFinder.isIn(networks)) {
            System.err.println("ragan: OpenCV's cascades find the faces, and only those that look into the camera; \"ragan"
                    + " networks install\" gets networks that find nearly all");
        }
        return PhotoReAger.open(Models.orDefault(model), networks);
    }
}
