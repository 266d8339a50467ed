package reaging.savedmodel;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import reaging.data.FivePoints;
import reaging.run.RunConfig;

/**
 * What a model is and where it comes from; {@code assets.extra/model_card.json} of its SavedModel, or beside its weights in another
 * form.
 *
 * @param description one sentence
 * @param config of the run that made it
 * @param step training steps
 * @param images images seen in training
 * @param data what it was trained on
 * @param frame where the points of a face lie in the crops that it takes
 * @param licence of that data
 * @param metrics by name; empty where nothing was measured
 * @param versions of the software that wrote it
 */
public record ModelCard(
        String description,
        RunConfig config,
        long step,
        long images,
        String data,
        @Nullable FivePoints frame,
        String licence,
        Map<String, Double> metrics,
        Map<String, String> versions) {
    private static final Gson JSON =
            new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

    /** Where the points of a face lie in the crops that it takes; where a card says nothing, as in its kind of data. */
    @Override
    public FivePoints frame() {
        if (frame != null) {
            return frame;
        }
        return config.data().isSynthetic() ? FivePoints.SYNTHETIC : FivePoints.UTKFACE;
    }

    /** Where the card lies in the folder of a SavedModel or of weights. */
    static Path file(Path folder) {
        return folder.resolve("assets.extra").resolve("model_card.json");
    }

    /** Puts the card into the folder of a SavedModel or of weights. */
    public void write(Path folder) throws IOException {
        Files.createDirectories(file(folder).getParent());
        Files.writeString(file(folder), JSON.toJson(this) + "\n");
    }

    /** The card in the folder of a SavedModel or of weights, if it has one. */
    public static Optional<ModelCard> read(Path folder) {
        var file = file(folder);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(JSON.fromJson(Files.readString(file), ModelCard.class));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        } catch (JsonParseException e) {
            throw new IllegalArgumentException(
                    "a model card must be JSON but " + file + " is not: " + e.getMessage() + "; restore or remove it",
                    e);
        }
    }
}
