package reaging.app.photos;

import java.nio.file.Path;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import reaging.app.options.ModelOptions;
import reaging.faces.PhotoReAger;
import reaging.pictures.TooManyPixels;
import reaging.pictures.UnreadablePicture;
import reaging.pictures.writing.PhotoFile;
import reaging.savedmodel.ReAger;

/** The options of commands that read photos, find faces in them and re-age them. */
public final class PhotoOptions {
    @Mixin
    private ModelOptions model = new ModelOptions();

    @Option(
            names = "--max-pixels",
            paramLabel = "N",
            defaultValue = "120000000",
            description = "Refuse photos with more pixels; default ${DEFAULT-VALUE}.")
    private long mostPixels;

    long mostPixels() {
        return mostPixels;
    }

    /** Loads the model and the face finder. */
    PhotoReAger open() {
        return model.open();
    }

    /** Loads only the model. */
    ReAger openForCrops() {
        return model.openForCrops();
    }

    /** Reads a photo; the error for one with too many pixels names the option that allows more. */
    static PhotoFile read(Path photo, long mostPixels) {
        try {
            return PhotoFile.read(photo, mostPixels);
        } catch (UnreadablePicture e) {
            if (e.getCause() instanceof TooManyPixels) {
                throw new IllegalArgumentException(e.getMessage() + "; raise --max-pixels to allow it", e);
            }
            throw e;
        }
    }

    /** Prints a notice if OpenCV's cascades are used to find faces. */
    public static void notice(PhotoReAger reAger) {
        var offer = ModelOptions.offer(reAger);
        if (!offer.isEmpty()) {
            System.err.println("ragan: " + offer);
        }
    }
}
