package reaging.app.shell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import reaging.files.FileTree;

/** A folder that is deleted on close, or else at the end of the process. */
record TemporaryFolder(Path path) implements AutoCloseable {
    static TemporaryFolder create() {
        try {
            return OpenResources.keep(new TemporaryFolder(Files.createTempDirectory("ragan-shell")));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot create a temporary folder", e);
        }
    }

    @Override
    public void close() {
        OpenResources.forget(this);
        FileTree.remove(path);
    }

    @Override
    public String toString() {
        return "temporary folder " + path;
    }
}
