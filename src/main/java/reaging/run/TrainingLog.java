package reaging.run;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import reaging.files.WholeFile;

/** The log of a run, one JSON object per line; it holds an open file until it is closed. */
public final class TrainingLog implements AutoCloseable {
    private final Gson json = new GsonBuilder().disableHtmlEscaping().create();
    private final Path path;
    private final long step;
    private final BufferedWriter writer;

    private record Lengthened(long step, RunConfig.LengthChange length) {}

    /**
     * Opens a log, appending if the file exists. Lines of later steps, which a run wrote before it was killed and will write
     * again, are removed, as is an incomplete line; records of trouble are kept.
     *
     * @param step step after which the run resumes
     */
    public TrainingLog(Path path, long step) {
        this.path = path;
        this.step = step;
        try {
            if (Files.exists(path)) {
                WholeFile.writeDurably(path, upTo(step, read(path)));
            }
            writer = Files.newBufferedWriter(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + path, e);
        }
    }

    private static String upTo(long step, List<JsonObject> lines) {
        return lines.stream()
                .filter(line -> line.get("step").getAsLong() <= step || line.has("trouble"))
                .map(line -> line + "\n")
                .collect(Collectors.joining());
    }

    /** Reads the complete lines of a log. */
    public static List<JsonObject> read(Path path) throws IOException {
        List<JsonObject> lines = new ArrayList<>();
        for (var line : Files.exists(path) ? Files.readAllLines(path) : List.<String>of()) {
            object(line).filter(object -> object.has("step")).ifPresent(lines::add);
        }
        return lines;
    }

    private static Optional<JsonObject> object(String line) {
        try {
            return JsonParser.parseString(line) instanceof JsonObject object
                    ? Optional.of(together(object))
                    : Optional.empty();
        } catch (JsonParseException e) {
            return Optional.empty();
        }
    }

    /** Moves the diversity, which older logs store beside the losses, among them. */
    private static JsonObject together(JsonObject line) {
        if (line.has("diversity") && line.get("losses") instanceof JsonObject metrics) {
            metrics.add("diversity", line.remove("diversity"));
        }
        return line;
    }

    public void write(TrainingListener.Report report) {
        writeObject(report);
    }

    public void write(Incident incident) {
        writeObject(incident);
    }

    /** Writes a change of the run's length. */
    void write(RunConfig.LengthChange length) {
        writeObject(new Lengthened(step, length));
    }

    public void write(Evaluated evaluated) {
        writeObject(evaluated);
    }

    private void writeObject(Object line) {
        try {
            writer.write(json.toJson(line));
            writer.newLine();
            writer.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + path, e);
        }
    }

    @Override
    public void close() {
        try {
            writer.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + path, e);
        }
    }
}
