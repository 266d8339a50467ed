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
import reaging.model.AgeMix;
import reaging.run.RunConfig;

/**
 * A description of a model and its origin, stored as {@code assets.extra/model_card.json} in the folder of its SavedModel or of its
 * weights in another form.
 *
 * @param description one sentence about the model
 * @param config configuration of the run that trained it
 * @param step number of training steps
 * @param images number of images seen in training
 * @param data name of the training data
 * @param frame where the points of a face lie in the crops that the model takes; null: as is usual for its kind of data
 * @param licence licence of the training data
 * @param metrics measured values by name; empty if nothing was measured
 * @param versions versions of the software that wrote the card, by name
 * @param fittedAges correction of the ages that its weights contain; null: none
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
        Map<String, String> versions,
        @Nullable AgeMix fittedAges) {
    private static final Gson JSON =
            new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

    /** Creates the card of a model whose ages are as training left them. */
    public ModelCard(
            String description,
            RunConfig config,
            long step,
            long images,
            String data,
            FivePoints frame,
            String licence,
            Map<String, Double> metrics,
            Map<String, String> versions) {
        this(description, config, step, images, data, frame, licence, metrics, versions, null);
    }

    /** Returns the card of the same model with corrected ages. */
    public ModelCard with(AgeMix ages) {
        var fitted = ages.equals(AgeMix.NONE) ? null : ages;
        return new ModelCard(description, config, step, images, data, frame, licence, metrics, versions, fitted);
    }

    /** Returns the card of the same model with other measured values. */
    public ModelCard with(Map<String, Double> measured) {
        return new ModelCard(description, config, step, images, data, frame, licence, measured, versions, fittedAges);
    }

    /** Returns the correction of the ages that its weights contain. */
    public AgeMix ages() {
        return fittedAges == null ? AgeMix.NONE : fittedAges;
    }

    /** Returns where the points of a face lie in the crops that the model takes, by default as is usual for its kind of data. */
    @Override
    public FivePoints frame() {
        if (frame != null) {
            return frame;
        }
        return config.data().isSynthetic() ? FivePoints.SYNTHETIC : FivePoints.UTKFACE;
    }

    /** Returns the path of the card in the folder of a SavedModel or of weights. */
    static Path file(Path folder) {
        return folder.resolve("assets.extra").resolve("model_card.json");
    }

    /** Writes the card into the folder of a SavedModel or of weights. */
    public void write(Path folder) throws IOException {
        Files.createDirectories(file(folder).getParent());
        Files.writeString(file(folder), JSON.toJson(this) + "\n");
    }

    /**
     * Reads the card from the folder of a SavedModel or of weights, if there is one.
     *
     * @throws IllegalArgumentException if it is not JSON
     * @throws UncheckedIOException if it cannot be read
     */
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
