package reaging.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Finds the model that a command uses when none is named. */
public final class Models {
    private Models() {}

    /** The model named, or the first of {@code savedmodels/}, or else that of the newest run that has one. */
    public static Path orDefault(Path named) {
        if (named != null) {
            return named;
        }
        // The launcher says where the repository is.
        var home = Path.of(System.getProperty("ragan.home", "."));
        return newest(home.resolve("savedmodels"), UnaryOperator.identity(), Comparator.reverseOrder())
                .or(() -> ofNewestRun(Path.of("runs")))
                .or(() -> ofNewestRun(home.resolve("runs"))) // a notebook runs in its own folder
                .orElseThrow(() -> new IllegalArgumentException(
                        "a model is needed but neither savedmodels nor runs has one; run \"ragan train\" first, or name one"
                                + " with --model"));
    }

    private static Optional<Path> ofNewestRun(Path runs) {
        return newest(runs, run -> run.resolve("savedmodel"), Comparator.naturalOrder());
    }

    private static Optional<Path> newest(Path folder, UnaryOperator<Path> model, Comparator<Path> order) {
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        try (var entries = Files.list(folder)) {
            return entries.sorted(order.reversed())
                    .map(model)
                    .filter(path -> Files.isRegularFile(path.resolve("saved_model.pb")))
                    .findFirst();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + folder, e);
        }
    }

    /** A model's name in a folder's: of a run that of the run. */
    static String name(Path folder) {
        var absolute = folder.toAbsolutePath().normalize();
        var own = absolute.getFileName();
        var parent = absolute.getParent();
        return String.valueOf(
                String.valueOf(own).equals("savedmodel") && parent != null && parent.getFileName() != null
                        ? parent.getFileName()
                        : own);
    }

    /** Sizes and times of the model's files. */
    static String version(Path folder) {
        try (var files = Files.walk(folder)) {
            var texts = new ArrayList<String>();
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                texts.add(file + " " + Files.size(file) + " " + Files.getLastModifiedTime(file));
            }
            return Integer.toHexString(texts.hashCode());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + folder, e);
        }
    }
}
