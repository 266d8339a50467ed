package reaging.data.folders;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The images in the folder {@code images} and its subfolders that {@code labels.csv} may name. Such names are written in many
 * ways: with backslashes, with {@code images/} in front, as absolute paths on the machine where the labels were made, or with
 * different case.
 */
final class LabelledImages {
    private static final Pattern ABSOLUTE = Pattern.compile("/.*|[A-Za-z]:/.*");

    private final NavigableSet<String> names = new TreeSet<>(); // with / between folders
    private final Map<String, String> folded = new HashMap<>(); // to a name, or to "" if several names fold to it

    LabelledImages(Path images) {
        try (var files = Files.walk(images, FileVisitOption.FOLLOW_LINKS)) {
            files.map(file -> slashes(images.relativize(file).toString()))
                    .filter(name -> ImageFolder.isImage(last(name)) && !name.startsWith(".") && !name.contains("/."))
                    .filter(name -> !Files.isDirectory(images.resolve(name)))
                    .forEach(this::add);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + images, e);
        }
    }

    private void add(String name) {
        names.add(name);
        folded.merge(folded(name), name, (one, other) -> "");
    }

    /** Folds a name so that names which Windows or macOS consider equal become equal. */
    private static String folded(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }

    private static String slashes(String name) {
        return name.replace('\\', '/');
    }

    private static String last(String name) {
        return name.substring(name.lastIndexOf('/') + 1);
    }

    Collection<String> names() {
        return Collections.unmodifiableNavigableSet(names);
    }

    /** Returns the image that a name refers to; empty if there is none or it is ambiguous. */
    Optional<String> named(String written) {
        var name = slashes(written).replaceFirst("^(\\./)+", "");
        var inside = name.replaceFirst("^(.*/)?images/", "");
        return found(name)
                .or(() -> found(inside))
                .or(() -> ABSOLUTE.matcher(name).matches() ? found(last(name)) : Optional.empty());
    }

    private Optional<String> found(String name) {
        return names.contains(name)
                ? Optional.of(name)
                : Optional.ofNullable(folded.get(folded(name))).filter(known -> !known.isEmpty());
    }
}
