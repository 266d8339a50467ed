package reaging.evaluation.networks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/** Installs the evaluator networks: npm gets the packages, tar unpacks what is needed, and digests are checked. */
public final class EvaluatorPackages {
    private EvaluatorPackages() {}

    /** Where a user's evaluators lie unless they say otherwise. */
    public static Path defaultFolder() {
        var cache = System.getenv("XDG_CACHE_HOME");
        return (cache == null || cache.isEmpty() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(cache))
                .resolve("ragan")
                .resolve("evaluators");
    }

    /**
     * Installs what is missing; needs npm and tar on the path, and the network.
     *
     * @param notices is told each package
     */
    public static void install(Path folder, Consumer<String> notices) {
        for (var each : EvaluatorPackage.ALL) {
            if (each.isIn(folder)) {
                notices.accept(each.specification() + " is installed");
            } else {
                notices.accept("getting " + each.specification());
                install(each, folder);
            }
        }
    }

    private static void install(EvaluatorPackage each, Path folder) {
        try {
            Files.createDirectories(folder);
            // Beside the target: moving within one file system puts whole files there or none.
            var scratch = Files.createTempDirectory(folder, "download");
            try {
                unpack(each, scratch);
                for (String path : each.paths()) {
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
        if (!each.isIn(folder)) {
            throw new IllegalStateException(each.specification() + " lacks " + each.fileNames());
        }
    }

    private static void unpack(EvaluatorPackage each, Path scratch) throws IOException {
        run(scratch, List.of("npm", "pack", "--silent", each.specification()));
        List<String> tar = new ArrayList<>(List.of("tar", "-xzf", archive(scratch)));
        tar.addAll(each.paths());
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
                        + "; or put the files there by hand and name the folder with --evaluators");
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
                    command.get(0) + " must be on the path but cannot be started; install Node.js, or put the files"
                            + " there by hand and name the folder with --evaluators",
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
