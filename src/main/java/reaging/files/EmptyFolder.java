package reaging.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Checks the location of a new folder. */
public final class EmptyFolder {
    /** Holds files until all are complete; leftovers of a killed process in it are ignored. */
    static final String UNFINISHED = ".part";

    private EmptyFolder() {}

    /** Requires that a path is an empty folder or does not exist. */
    public static void require(Path out) throws IOException {
        if (!Files.exists(out)) {
            return;
        }
        if (!Files.isDirectory(out)) {
            throw new IllegalArgumentException(
                    "the output must be a folder but " + out + " is a file; try " + out + "-faces");
        }
        try (var files = Files.list(out)) {
            long found = files.filter(file -> !file.endsWith(UNFINISHED)).count();
            if (found > 0) {
                throw new IllegalArgumentException("the output folder must be empty or new but " + out + " contains "
                        + found + " files; try " + out + "-2 or empty it");
            }
        }
    }
}
