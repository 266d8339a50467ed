package reaging.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A place for a new folder. */
public final class EmptyFolder {
    /** Where files are until all of them are there; what a process that was killed leaves in it counts for nothing. */
    static final String UNFINISHED = ".part";

    private EmptyFolder() {}

    /** Refuses a folder that has something in it, or is none. */
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
                throw new IllegalArgumentException("the output folder must be empty or new but " + out + " holds "
                        + found + " files; try " + out + "-2 or empty it");
            }
        }
    }
}
