package reaging.savedmodel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import reaging.run.DataSource;

/** Finds models by name, and the one to use when none is named. */
public final class Models {
    private Models() {}

    /** Finds a model by its folder, or by its name in {@code savedmodels/}; a name that is neither comes back as it is. */
    public static Path named(Path name) {
        var shipped = home().resolve("savedmodels").resolve(name);
        return Files.exists(name) || !Files.isDirectory(shipped) ? name : shipped;
    }

    /**
     * Returns the first model in {@code savedmodels/}, which is for photos, or else that of the newest run that has one.
     *
     * @throws IllegalArgumentException if there is neither
     */
    public static Path first() {
        return first(folder -> true);
    }

    /** Returns the first model that was trained on the same kind of faces, synthetic ones or photos; otherwise like {@link #first()}. */
    public static Path first(DataSource data) {
        return first(folder -> ModelCard.read(folder)
                .filter(card -> card.config().data().isSynthetic() == data.isSynthetic())
                .isPresent());
    }

    private static Path first(Predicate<Path> suits) {
        return newest(home().resolve("savedmodels"), UnaryOperator.identity(), Comparator.reverseOrder(), suits)
                .or(() -> ofNewestRun(Path.of("runs")))
                .or(() -> ofNewestRun(home().resolve("runs"))) // a notebook runs in its own folder
                .orElseThrow(
                        () -> new IllegalArgumentException(
                                "a model is needed but neither savedmodels nor runs has one; train a model first, or name one"));
    }

    /** Returns the repository's folder, which the launcher passes on. */
    private static Path home() {
        return Path.of(System.getProperty("ragan.home", "."));
    }

    private static Optional<Path> ofNewestRun(Path runs) {
        return newest(runs, run -> run.resolve("savedmodel"), Comparator.naturalOrder(), run -> true);
    }

    private static Optional<Path> newest(
            Path folder, UnaryOperator<Path> model, Comparator<Path> order, Predicate<Path> suits) {
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        try (var entries = Files.list(folder)) {
            return entries.sorted(order.reversed())
                    .map(model)
                    .filter(path -> Files.isRegularFile(path.resolve("saved_model.pb")))
                    .filter(suits)
                    .findFirst();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + folder, e);
        }
    }

    /** Returns a model's name: that of its folder or, for a run's model, that of the run. */
    public static String name(Path folder) {
        var absolute = folder.toAbsolutePath().normalize();
        var own = absolute.getFileName();
        var parent = absolute.getParent();
        return String.valueOf(
                String.valueOf(own).equals("savedmodel") && parent != null && parent.getFileName() != null
                        ? parent.getFileName()
                        : own);
    }

    /** Returns the sizes and modification times of the model's files as one text, to tell versions apart. */
    public static String version(Path folder) {
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
