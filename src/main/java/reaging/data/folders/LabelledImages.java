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
 * The images that {@code labels.csv} may name, in the folder {@code images} and folders in it. People write these names in many
 * ways: with backslashes, with {@code images/} in front, as whole paths on the machine on which the labels were made, in letters
 * of another case.
 */
final class LabelledImages {
    private static final Pattern ABSOLUTE = Pattern.compile("/.*|[A-Za-z]:/.*");

    private final NavigableSet<String> names = new TreeSet<>(); // with / between folders
    private final Map<String, String> folded = new HashMap<>(); // to a name, or to "" where several are alike

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

    /** Alike for names that Windows or macOS would take for the same. */
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

    /** The image that somebody means by a name; empty where there is none, or where there are several. */
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
