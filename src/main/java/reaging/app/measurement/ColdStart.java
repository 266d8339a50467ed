package reaging.app.measurement;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import reaging.benchmark.PythonReAging;
import reaging.data.synthetic.SyntheticFaces;
import reaging.files.FileTree;

/** Times a whole command from its start to a re-aged face, here and in Python, in a temporary folder that closing removes. */
final class ColdStart implements AutoCloseable {
    private static final String AGE = "70";

    private final Path folder;
    private final Path photo;
    private final Path model;
    private final int size;

    /**
     * Draws the face to re-age.
     *
     * @param size side of the face and of the model's input, in pixels
     */
    ColdStart(Path model, int size) {
        this.model = model;
        this.size = size;
        try {
            folder = Files.createTempDirectory("cold");
            photo = folder.resolve("face.png");
            ImageIO.write(new SyntheticFaces(1, 0, size).draw(0).image(), "png", photo.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot draw a face", e);
        }
    }

    /** Returns the seconds that one command takes here, including some hundredths of a second of the launcher. */
    double here() {
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        command.addAll(options(ManagementFactory.getRuntimeMXBean().getInputArguments()));
        command.addAll(
                List.of("-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"), "reaging.app.Ragan"));
        command.addAll(List.of("reage", photo.toString(), "--aligned", "--age", AGE, "--size", Integer.toString(size)));
        command.addAll(List.of(
                "--model", model.toString(), "--out", folder.resolve("java").toString()));
        return seconds(command, folder.resolve("java").resolve("face_" + AGE + ".png"));
    }

    /** Returns the options of this JVM for another one, without what the launcher says of this one's own stderr. */
    static List<String> options(List<String> ofThisJvm) {
        return ofThisJvm.stream()
                .filter(option -> !option.startsWith("-Dragan.filter=") && !option.startsWith("-Dragan.terminal="))
                .toList();
    }

    /** Returns the seconds that a Python script takes for the same work. */
    double inPython(String python, Path notebooks) {
        var result = folder.resolve("python.png");
        var script = notebooks.resolve(PythonReAging.SCRIPT).toString();
        return seconds(
                List.of(
                        python,
                        script,
                        model.toString(),
                        Integer.toString(size),
                        photo.toString(),
                        AGE,
                        result.toString()),
                result);
    }

    private double seconds(List<String> command, Path result) {
        try {
            var errors = folder.resolve("errors.txt");
            Files.deleteIfExists(result);
            long began = System.nanoTime();
            int code = new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(errors.toFile())
                    .start()
                    .waitFor();
            double seconds = (System.nanoTime() - began) / 1e9;
            if (code != 0 || !Files.exists(result)) {
                throw new IllegalStateException("a command must write " + result.getFileName() + " but "
                        + String.join(" ", command) + " ended with code " + code + ": "
                        + Files.readString(errors)
                                .lines()
                                .reduce((before, after) -> after)
                                .orElse("no reason given"));
            }
            return seconds;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start " + command.get(0), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for " + command.get(0), e);
        }
    }

    @Override
    public void close() {
        FileTree.remove(folder);
    }
}
