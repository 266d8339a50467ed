package reaging.training;

import com.google.gson.Gson;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The log of a run, one JSON object a line; holds an open file until it is closed. */
final class TrainingLog implements AutoCloseable {
    private final Gson json = new Gson();
    private final Path path;
    private final BufferedWriter writer;

    /** Goes on at the end of the file if there is one. */
    TrainingLog(Path path) {
        this.path = path;
        try {
            writer = Files.newBufferedWriter(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + path, e);
        }
    }

    void write(TrainingListener.Report report) {
        try {
            writer.write(json.toJson(report));
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
