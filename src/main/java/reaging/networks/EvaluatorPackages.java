package reaging.networks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Installs the evaluator networks: npm downloads the packages, tar unpacks the needed files, and digests are checked. */
public final class EvaluatorPackages {
    private EvaluatorPackages() {}

    /** Returns the default folder of a user's evaluators. */
    public static Path defaultFolder() {
        var cache = System.getenv("XDG_CACHE_HOME");
        return (cache == null || cache.isEmpty() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(cache))
                .resolve("ragan")
                .resolve("evaluators");
    }

    /** Returns the missing packages, each with what cannot be measured without it. */
    public static Map<String, String> missing(Path folder) {
        Map<String, String> missing = new LinkedHashMap<>();
        EvaluatorPackage.ALL.stream()
                .filter(network -> !network.isIn(folder))
                .forEach(network -> missing.merge(network.specification(), network.measures(), (a, b) -> a + "; " + b));
        return missing;
    }

    /**
     * Installs the missing packages; needs npm and tar on the path, and access to the Internet.
     *
     * @param notices receives a notice for each package
     */
    public static void install(Path folder, Consumer<String> notices) {
        // By package, so that one with several networks is downloaded once.
        EvaluatorPackage.ALL.stream()
                .collect(
                        Collectors.groupingBy(EvaluatorPackage::specification, LinkedHashMap::new, Collectors.toList()))
                .forEach((specification, networks) -> install(specification, networks, folder, notices));
    }

    private static void install(
            String specification, List<EvaluatorPackage> networks, Path folder, Consumer<String> notices) {
        var missing = networks.stream().filter(network -> !network.isIn(folder)).toList();
        if (missing.isEmpty()) {
            notices.accept(specification + " is installed");
            return;
        }
        notices.accept("downloading " + specification);
        var paths =
                missing.stream().flatMap(network -> network.paths().stream()).toList();
        install(specification, paths, folder);
        for (var network : missing) {
            if (!network.isIn(folder)) {
                throw new IllegalStateException(specification + " lacks " + network.fileNames());
            }
        }
    }

    private static void install(String specification, List<String> paths, Path folder) {
        try {
            Files.createDirectories(folder);
            // Beside the target: moves within one file system are atomic.
            var scratch = Files.createTempDirectory(folder, "download");
            try {
                unpack(specification, paths, scratch);
                for (String path : paths) {
                    Files.move(
                            scratch.resolve(path),
                            folder.resolve(EvaluatorPackage.fileName(path)),
                            StandardCopyOption.REPLACE_EXISTING);
                }
            } finally {
                delete(scratch);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot install evaluators in " + folder, e);
        }
    }

    private static void unpack(String specification, List<String> paths, Path scratch) throws IOException {
        run(scratch, List.of("npm", "pack", "--silent", specification));
        List<String> tar = new ArrayList<>(List.of("tar", "-xzf", archive(scratch)));
        tar.addAll(paths);
        run(scratch, tar);
    }

    private static String archive(Path scratch) throws IOException {
        try (var files = Files.list(scratch)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".tgz"))
                    .findFirst()
                    .orElseThrow(() -> new IOException("npm pack left no archive"));
        }
    }

    private static void run(Path directory, List<String> command) throws IOException {
        var log = directory.resolve("log.txt");
        var process = start(directory, command, log);
        try {
            if (process.waitFor() != 0) {
                throw new IOException(command + " failed: "
                        + Files.readString(log, StandardCharsets.UTF_8).strip()
                        + "; or copy the files there yourself");
            }
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new IOException(command + " was interrupted", e);
        }
    }

    private static Process start(Path directory, List<String> command, Path log) throws IOException {
        try {
            return new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
        } catch (IOException e) {
            throw new IOException(
                    command.get(0) + " must be on the path but cannot be started; install Node.js, or copy the files"
                            + " there yourself",
                    e);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
