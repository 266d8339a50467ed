package reaging.app;

import java.nio.file.Path;
import picocli.CommandLine.Option;
import reaging.data.DataFormat;
import reaging.data.Listing;
import reaging.data.Pruning;

/** The options that say how a folder of faces is read. */
final class FormatOptions {
    @Option(
            names = "--format",
            defaultValue = "auto",
            description = "How the folder is laid out: ${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}.")
    private DataFormat format;

    @Option(
            names = "--prune",
            defaultValue = "confidence",
            description = "Faces of FFHQ-Aging that are left out: those of uncertain age, and with \"lats\" also those"
                    + " that LATS leaves out; one of ${COMPLETION-CANDIDATES}, default ${DEFAULT-VALUE}.")
    private Pruning prune;

    DataFormat format() {
        return format;
    }

    Pruning prune() {
        return prune;
    }

    Listing list(Path folder) {
        return format.list(folder, prune);
    }
}
