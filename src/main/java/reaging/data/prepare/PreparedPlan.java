package reaging.data.prepare;

import com.google.gson.GsonBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import reaging.data.folders.LabelledFolder;
import reaging.data.folders.Listing;
import reaging.files.EmptyFolder;
import reaging.files.Hashes;
import reaging.files.WholeFile;

/**
 * The source and settings of a prepared folder, so that nothing gets mixed up; stored as {@code prepared.json}.
 *
 * @param size side of the images in pixels
 * @param format format of the original
 * @param faces number of faces
 * @param labels hash of their labels
 * @param masksMadeBy name of the {@link MaskMaker}, absent from the file if no masks are made
 */
record PreparedPlan(
        int size,
        String format,
        int faces,
        String labels,
        @Nullable String masksMadeBy) {
    static PreparedPlan of(Listing listing, PreparedLabels labels, int size, @Nullable MaskMaker maker) {
        int faces = listing.faces().size();
        return new PreparedPlan(
                size,
                listing.format().toString(),
                faces,
                Hashes.sha256(labels.csv(IntStream.range(0, faces))),
                maker == null ? null : maker.name());
    }

    /** Writes the plan into a folder, or checks that the same one exists there. */
    void begin(Path folder) {
        var text = new GsonBuilder().setPrettyPrinting().create().toJson(this) + "\n";
        var file = folder.resolve(LabelledFolder.PLAN);
        try {
            if (!Files.exists(file)) {
                EmptyFolder.require(folder);
                WholeFile.write(file, text.getBytes(StandardCharsets.UTF_8));
            } else if (!Files.readString(file).equals(text)) {
                throw new IllegalArgumentException("a prepared folder must be resumed with the same settings but "
                        + file + " has other data or another size, pruning or origin of masks; choose a new folder");
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
