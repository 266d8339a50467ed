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
 * A checkpoint that was evaluated: a line of the log, and {@code evaluation.json} in the checkpoint's folder.
 *
 * @param step of the checkpoint
 * @param images seen by then
 * @param seconds that the evaluation took
 * @param criterion what the score is; only scores of one criterion are compared with each other
 * @param score the higher the better
 * @param evaluation all that was measured, by name
 */
public record Evaluated(
        long step, long images, double seconds, String criterion, double score, Map<String, Double> evaluation) {
    private static final String FILE = "evaluation.json";

    public Evaluated(Checkpoints.State state, double seconds, Score score) {
        this(state.step(), state.images(), seconds, score.criterion(), score.value(), score.figures());
    }

    /** What was found of a checkpoint, if it was evaluated. */
    static Optional<Evaluated> read(Path checkpoint) {
        try {
            return Optional.ofNullable(
                    new Gson().fromJson(Files.readString(checkpoint.resolve(FILE)), Evaluated.class));
        } catch (IOException | JsonParseException e) {
            return Optional.empty(); // not evaluated, or not to the end
        }
    }

    void write(Path checkpoint) throws IOException {
        WholeFile.writeDurably(checkpoint.resolve(FILE), new Gson().toJson(this) + "\n");
    }

    /** In one line. */
    public String text() {
        var figures = evaluation.entrySet().stream()
                .map(figure ->
                        String.format(Locale.ROOT, "%s %.3f", figure.getKey().replace('_', ' '), figure.getValue()))
                .collect(Collectors.joining("  "));
        return String.format(Locale.ROOT, "evaluation at kimg %.1f in %.0f s: %s", images / 1000.0, seconds, figures);
    }
}
