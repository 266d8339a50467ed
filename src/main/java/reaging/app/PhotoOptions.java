package reaging.app;

import java.nio.file.Path;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import reaging.faces.PhotoReAger;
import reaging.pictures.TooManyPixels;
import reaging.pictures.UnreadablePicture;
import reaging.pictures.writing.PhotoFile;
import reaging.savedmodel.ReAger;

/** What commands need to read photos, to find faces in them and to re-age them. */
final class PhotoOptions {
    @Mixin
    private ModelOptions model = new ModelOptions();

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
        return model.open();
    }

    /** Loads the model alone. */
    ReAger openForCrops() {
        return model.openForCrops();
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
        var offer = ModelOptions.offer(reAger);
        if (!offer.isEmpty()) {
            System.err.println("ragan: " + offer);
        }
    }
}
