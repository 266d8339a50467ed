package reaging.training;

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
import java.util.List;

/** The log of a run, one JSON object a line; holds an open file until it is closed. */
final class TrainingLog implements AutoCloseable {
    private final Gson json = new GsonBuilder().disableHtmlEscaping().create();
    private final Path path;
    private final BufferedWriter writer;

    /**
     * Goes on at the end of the file if there is one. Lines of later steps, which a run wrote before it was killed and will
     * write again, are taken out, and so is half a line.
     *
     * @param step that the run goes on after
     */
    TrainingLog(Path path, long step) {
        this.path = path;
        try {
            if (Files.exists(path)) {
                WholeFile.write(path, upTo(step, Files.readAllLines(path)));
            }
            writer = Files.newBufferedWriter(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + path, e);
        }
    }

    private static String upTo(long step, List<String> lines) {
        var kept = new StringBuilder();
        for (var line : lines) {
            if (step(line) <= step) {
                kept.append(line).append('\n');
            }
        }
        return kept.toString();
    }

    private static long step(String line) {
        try {
            return JsonParser.parseString(line) instanceof JsonObject object && object.has("step")
                    ? object.get("step").getAsLong()
                    : Long.MAX_VALUE;
        } catch (JsonParseException e) {
            return Long.MAX_VALUE;
        }
    }

    void write(TrainingListener.Report report) {
        writeObject(report);
    }

    void write(Incident incident) {
        writeObject(incident);
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
