package reaging.app.faults;

import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

/**
 * Guards the native libraries, which JavaCPP unpacks from their jars into a cache folder on first use.
 *
 * <p>Interrupted unpacking leaves a truncated file. JavaCPP unpacks such a file again, but only after the system's loader has
 * followed a library to the one beside it, which kills the process; so {@link #discardCut} comes first.
 */
public final class NativeLibrary {
    private static final String SETTING = "org.bytedeco.javacpp.cachedir";
    private static final int MEBIBYTE = 1 << 20;

    private NativeLibrary() {}

    /** Removes what interrupted unpacking left behind. */
    public static void discardCut() {
        var cache = cache();
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .map(Path::of)
                .filter(jar -> jar.toString().endsWith(".jar"))
                .filter(jar -> Files.isDirectory(cache.resolve(jar.getFileName())))
                .forEach(jar -> discardCut(jar, cache));
    }

    /**
     * Removes the truncated files of one jar.
     *
     * @param cache folder that contains one named after the jar
     */
    static void discardCut(Path jar, Path cache) {
        try (var zip = new ZipFile(jar.toFile())) {
            List<Path> cut = zip.stream()
                    .filter(entry -> isCut(cache.resolve(jar.getFileName()).resolve(entry.getName()), entry.getSize()))
                    .map(entry -> cache.resolve(jar.getFileName()).resolve(entry.getName()))
                    .toList();
            if (!cut.isEmpty()) {
                discard(cut, cache);
            }
        } catch (IOException e) {
            // Nothing is lost: loading the library reports what is wrong with the jar or the folder.
            return;
        }
    }

    private static boolean isCut(Path file, long size) {
        return Files.isRegularFile(file) && file.toFile().length() < size;
    }

    /** Takes the lock that JavaCPP unpacks under: a file may be short because another process is writing it. */
    private static void discard(List<Path> files, Path cache) throws IOException {
        var lock = cache.resolve(".lock");
        try (var channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var held = channel.tryLock()) {
            if (held != null) {
                for (var file : files) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (OverlappingFileLockException e) {
            return; // this process unpacks it
        }
    }

    /** Explains why a library could not be loaded, and what to do about it. */
    static String failure(String reason) {
        var cache = cache();
        return "a native library cannot be loaded (" + reason + "); it is unpacked in " + cache + ", where "
                + free(cache)
                + ": the folder must be writable, have 1 GB free and allow programs to run; another one:"
                + " RAGAN_JVM=-D" + SETTING + "=DIR";
    }

    private static String free(Path folder) {
        var there = folder.toAbsolutePath();
        while (!Files.exists(there) && there.getParent() != null) {
            there = there.getParent();
        }
        try {
            return Files.getFileStore(there).getUsableSpace() / MEBIBYTE + " MB are free";
        } catch (IOException e) {
            return "nothing can be stored (" + e.getMessage() + ")";
        }
    }

    private static Path cache() {
        return Path.of(System.getProperty(SETTING, System.getProperty("user.home") + "/.javacpp/cache"));
    }
}
