package reaging.app.photos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** Names results after the photo that each comes from, with as much of its path as distinguishes it from the others. */
final class ResultNames {
    /** Number of ways to name a photo, from the shortest to the whole path. */
    private static final int WAYS = 4;

    private ResultNames() {}

    /**
     * Returns a name without extension for each photo; all differ, even ignoring case.
     *
     * @throws IllegalArgumentException if a photo is listed twice
     */
    static List<String> of(List<Path> photos) {
        int[] ways = new int[photos.size()];
        while (true) {
            var names = names(photos, ways);
            var alike = alike(names);
            if (alike.isEmpty()) {
                return names;
            }
            for (int i : alike) {
                if (++ways[i] == WAYS) {
                    throw new IllegalArgumentException("each photo must be named only once but " + photos.get(i)
                            + " is named twice; leave one out");
                }
            }
        }
    }

    private static List<String> names(List<Path> photos, int[] ways) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < ways.length; i++) {
            names.add(name(photos.get(i).toAbsolutePath().normalize(), ways[i]));
        }
        return names;
    }

    private static String name(Path photo, int way) {
        var file = photo.getFileName().toString();
        var folder = Objects.requireNonNull(photo.getParent(), "a file is in a folder")
                .getFileName();
        var stem = file.replaceFirst("\\.[^.]*$", "");
        return switch (way) {
            case 0 -> stem;
            case 1 -> folder == null ? stem : folder + "_" + stem;
            case 2 -> file.replace('.', '_');
            default -> photo.toString().replaceAll("[/\\\\:.]+", "_").replaceFirst("^_", "");
        };
    }

    private static List<Integer> alike(List<String> names) {
        Map<String, List<Integer>> places = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            places.computeIfAbsent(names.get(i).toLowerCase(Locale.ROOT), name -> new ArrayList<>())
                    .add(i);
        }
        return places.values().stream()
                .filter(same -> same.size() > 1)
                .flatMap(Collection::stream)
                .toList();
    }

    /**
     * Makes sure that no result overwrites a source.
     *
     * @throws IllegalArgumentException if one would
     */
    static void requireOthers(List<Path> results, List<Path> sources) {
        for (var result : results) {
            sources.stream().filter(source -> same(result, source)).findFirst().ifPresent(source -> {
                throw new IllegalArgumentException("results must not overwrite their sources but " + result
                        + " is one; name another folder with --out");
            });
        }
    }

    private static boolean same(Path result, Path source) {
        try {
            return Files.exists(result) && Files.exists(source) && Files.isSameFile(result, source);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot compare " + result + " with " + source, e);
        }
    }
}
