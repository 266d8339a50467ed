package reaging.run;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import reaging.files.WholeFile;

/**
 * The result of a checkpoint's evaluation: a line of the log, and {@code evaluation.json} in the checkpoint's folder.
 *
 * @param step step of the checkpoint
 * @param images number of images seen by then
 * @param seconds duration of the evaluation
 * @param criterion what the score measures; only scores of the same criterion are comparable
 * @param score the score; higher is better
 * @param evaluation all measured values by name
 */
public record Evaluated(
        long step, long images, double seconds, String criterion, double score, Map<String, Double> evaluation) {
    private static final String FILE = "evaluation.json";

    public Evaluated(Checkpoints.State state, double seconds, Score score) {
        this(state.step(), state.images(), seconds, score.criterion(), score.value(), score.figures());
    }

    /** Reads the result of a checkpoint's evaluation, if any. */
    static Optional<Evaluated> read(Path checkpoint) {
        try {
            return Optional.ofNullable(
                    new Gson().fromJson(Files.readString(checkpoint.resolve(FILE)), Evaluated.class));
        } catch (IOException | JsonParseException e) {
            return Optional.empty(); // not evaluated, or interrupted
        }
    }

    void write(Path checkpoint) throws IOException {
        WholeFile.writeDurably(checkpoint.resolve(FILE), new Gson().toJson(this) + "\n");
    }

    /** Returns the result in one line. */
    public String text() {
        var figures = evaluation.entrySet().stream()
                .map(figure ->
                        String.format(Locale.ROOT, "%s %.3f", figure.getKey().replace('_', ' '), figure.getValue()))
                .collect(Collectors.joining("  "));
        return String.format(Locale.ROOT, "evaluation at kimg %.1f in %.0f s: %s", images / 1000.0, seconds, figures);
    }
}
