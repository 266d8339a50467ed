package reaging.savedmodel;

import java.nio.file.Files;
import java.nio.file.Path;

/** Describes what was found instead of a SavedModel, and how to convert it. */
public final class OtherForm {
    private static final String EXPORT =
            ", which Python makes a SavedModel: keras.models.load_model(FILE).export(FOLDER)";

    private OtherForm() {}

    /** Describes what was found, as the end of a sentence: "but x ...". */
    public static String text(Path path) {
        if (!Files.exists(path)) {
            return "does not exist";
        }
        return Files.isDirectory(path) ? folder(path) : file(path);
    }

    private static String file(Path file) {
        var name = file.getFileName().toString();
        if (name.startsWith("saved_model.pb")) {
            return "is a file in one; name its folder";
        }
        if (name.endsWith(".weights.h5")) {
            return "contains only weights; import the weights";
        }
        if (name.endsWith(".keras") || name.endsWith(".h5")) {
            return "is a whole Keras model" + EXPORT;
        }
        if (name.endsWith(".pb")) {
            return "is only a graph, perhaps a frozen one, without signatures; export the model as a SavedModel";
        }
        return "is a file; name a folder with a saved_model.pb";
    }

    private static String folder(Path folder) {
        var inside = folder.resolve("savedmodel");
        if (Files.isRegularFile(inside.resolve("saved_model.pb"))) {
            return "is a run; name " + inside;
        }
        if (Files.isRegularFile(folder.resolve("tfhub_module.pb"))) {
            return "is a TensorFlow Hub module of TensorFlow 1; export it as a SavedModel";
        }
        if (Files.exists(folder.resolve("variables")) || Files.isRegularFile(folder.resolve("variables.index"))) {
            return "contains variables but no saved_model.pb; copy that file too, or import the weights";
        }
        return "contains no saved_model.pb; name a folder that does, such as runs/00000-synthetic-tiny-64/savedmodel";
    }
}
