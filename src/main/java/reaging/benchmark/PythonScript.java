package reaging.benchmark;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonSyntaxException;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.StreamSupport;
import reaging.run.Memory;

/**
 * A Python script in a separate process, which answers each request, a line of text, with a line of JSON. It writes the first
 * line unasked, once it is ready, and ends with {@link #close}.
 */
final class PythonScript implements AutoCloseable {
    private static final String INSTALL =
            "python3 -m venv .venv && .venv/bin/pip install -r notebooks/requirements.txt, or name"
                    + " another interpreter";

    private final Process process;
    private final BufferedReader answers;
    private final BufferedWriter questions;
    private final Path errors;
    private final JsonObject ready;

    /**
     * Starts a script and waits until it is ready.
     *
     * @param python the interpreter
     * @param script the script
     * @param arguments arguments of the script
     * @throws IllegalStateException if the interpreter, the script or a package that it needs is missing, or if the script fails
     */
    PythonScript(String python, Path script, List<String> arguments) {
        if (!Files.exists(script)) {
            throw new IllegalStateException("a comparison with Python needs " + script
                    + " but it is missing; run it in a checkout of the repository");
        }
        List<String> command = new ArrayList<>(List.of(python, script.toString()));
        command.addAll(arguments);
        try {
            errors = Files.createTempFile("python", ".txt");
            process = start(command);
            answers = process.inputReader();
            questions = process.outputWriter();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot run " + command, e);
        }
        try {
            ready = answer().getAsJsonObject();
            requirePackages(python);
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private Process start(List<String> command) throws IOException {
        try {
            var builder = new ProcessBuilder(command).redirectError(errors.toFile());
            builder.environment().put("PYTHONDONTWRITEBYTECODE", "1");
            builder.environment().put("CUDA_VISIBLE_DEVICES", "-1"); // a comparison of CPUs
            return builder.start();
        } catch (IOException e) {
            Files.delete(errors);
            throw new IllegalStateException(
                    "a comparison with Python needs an interpreter but " + command.get(0) + " cannot be started; "
                            + INSTALL,
                    e);
        }
    }

    private void requirePackages(String python) {
        if (ready.has("missing")) {
            var name = ready.get("missing").getAsString();
            throw new IllegalStateException(
                    "this comparison needs " + name + " but " + python + " lacks it; " + cure(name));
        }
    }

    private static String cure(String name) {
        return name.equals("torch") ? ".venv/bin/pip install -r notebooks/requirements-pytorch.txt" : INSTALL;
    }

    /** Returns the first line, which the script wrote once it was ready. */
    JsonObject ready() {
        return ready;
    }

    /** Returns the peak memory of the process so far in bytes, if the system reports it. */
    OptionalLong peakBytes() {
        return Memory.peakBytes(process.toHandle());
    }

    /**
     * Sends a request and waits for the answer.
     *
     * @throws IllegalStateException if the script has ended or does not answer in JSON
     */
    JsonElement ask(String question) {
        try {
            questions.write(question);
            questions.newLine();
            questions.flush();
        } catch (IOException e) {
            throw new IllegalStateException("the script has ended: " + lastError(), e);
        }
        return answer();
    }

    /** Sends a request whose answer is a list of seconds. */
    double[] seconds(String question) {
        return StreamSupport.stream(ask(question).getAsJsonArray().spliterator(), false)
                .mapToDouble(JsonElement::getAsDouble)
                .toArray();
    }

    private JsonElement answer() {
        try {
            var line = answers.readLine();
            if (line == null) {
                throw new IllegalStateException("the script has ended: " + lastError());
            }
            return JsonParser.parseString(line);
        } catch (IOException | JsonSyntaxException e) {
            throw new IllegalStateException("the script does not answer in JSON: " + lastError(), e);
        }
    }

    /** Returns the last line on stderr, where Python says what went wrong. */
    private String lastError() {
        try {
            return Files.readString(errors)
                    .lines()
                    .reduce((before, after) -> after)
                    .orElse("it gave no reason");
        } catch (IOException e) {
            return "its reason cannot be read: " + e.getMessage();
        }
    }

    @Override
    public void close() {
        try {
            process.destroy();
            process.onExit().join();
            answers.close();
            Files.deleteIfExists(errors);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remove " + errors, e);
        }
    }
}
