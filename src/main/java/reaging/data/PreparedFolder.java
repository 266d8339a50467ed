package reaging.data;

import com.google.gson.GsonBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.tensorflow.exceptions.TFInvalidArgumentException;
import org.tensorflow.exceptions.TensorFlowException;
import reaging.data.Skipped.Reason;

/**
 * A data set at the size that training wants, so that it need not decode and reduce large images again and again:
 * {@code images/[age]_[index].png}, {@code masks/} under the same names, and {@code labels.csv}, which carries along what the
 * original said, its names and its split. {@link LabelledFolder} reads it.
 *
 * <p>Every file appears whole or not at all, and {@code labels.csv} last. A run that was cut short can be repeated: it goes on
 * where it was and ends with the same bytes. {@code prepared.json} says of what and how, so that nothing is mixed.
 */
public final class PreparedFolder {
    private static final String PLAN = "prepared.json";

    private final Listing listing;
    private final PreparedLabels labels;
    private final Path out;
    private final int size;

    /** What the files in a folder are made from; the listing's labels as a hash. */
    private record Plan(int size, String format, int faces, String labels) {}

    private PreparedFolder(Listing listing, Path out, int size) {
        this.listing = listing;
        labels = new PreparedLabels(listing);
        this.out = out;
        this.size = size;
    }

    /**
     * Writes a data set, or the rest of it.
     *
     * @param out a folder that is new, empty or was begun with the same data and size
     * @param size of the images' sides, in pixels
     * @param progress is told the number of faces done so far
     * @return the faces that are left out: those that cannot be read, and those whose mask is empty
     */
    public static List<Skipped> write(Listing listing, Path out, int size, IntConsumer progress) {
        if (size < 8 || size > 2048) {
            throw new IllegalArgumentException("size must be from 8 to 2048 pixels but is " + size + "; try 64");
        }
        return new PreparedFolder(listing, out, size).write(progress);
    }

    private List<Skipped> write(IntConsumer progress) {
        begin();
        var done = new AtomicInteger();
        List<Optional<Skipped>> outcomes;
        try (var encoder = new FaceEncoder(listing.masks(), size)) {
            outcomes = IntStream.range(0, listing.faces().size())
                    .parallel()
                    .mapToObj(i -> {
                        var outcome = write(encoder, i);
                        progress.accept(done.incrementAndGet());
                        return outcome;
                    })
                    .toList();
        }
        var kept =
                IntStream.range(0, outcomes.size()).filter(i -> outcomes.get(i).isEmpty());
        WholeFile.write(out.resolve(LabelledFolder.LABELS), labels.csv(kept));
        return outcomes.stream().flatMap(Optional::stream).toList();
    }

    /** Whether a folder was begun and not finished. */
    static boolean unfinished(Path folder) {
        return Files.exists(folder.resolve(PLAN)) && !Files.exists(folder.resolve(LabelledFolder.LABELS));
    }

    /** Writes the plan, or finds the same one there. */
    private void begin() {
        var plan = new Plan(
                size,
                listing.format().toString(),
                listing.faces().size(),
                Hashes.sha256(labels.csv(IntStream.range(0, listing.faces().size()))));
        var text = new GsonBuilder().setPrettyPrinting().create().toJson(plan) + "\n";
        var file = out.resolve(PLAN);
        try {
            if (!Files.exists(file)) {
                EmptyFolder.require(out);
                WholeFile.write(file, text.getBytes(StandardCharsets.UTF_8));
            } else if (!Files.readString(file).equals(text)) {
                throw new IllegalArgumentException("a prepared folder must go on with what it was begun with but "
                        + file + " is of other data, another --size or another --prune; choose a new folder");
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    private Optional<Skipped> write(FaceEncoder encoder, int index) {
        var image = out.resolve("images").resolve(labels.file(index));
        if (Files.exists(image)) {
            return Optional.empty();
        }
        var face = listing.faces().get(index);
        try {
            byte[] content = encoder.image(Files.readAllBytes(face.image()));
            if (listing.masks() != Masks.NONE) {
                var mask = encoder.mask(Files.readAllBytes(face.mask()));
                if (mask.empty()) {
                    return Optional.of(new Skipped(Reason.EMPTY_MASK, face.label()));
                }
                WholeFile.write(out.resolve("masks").resolve(labels.file(index)), mask.png());
            }
            // After the mask: an image that is there has its mask.
            WholeFile.write(image, content);
            return Optional.empty();
        } catch (TensorFlowException | TFInvalidArgumentException e) {
            return Optional.of(new Skipped(Reason.UNREADABLE, face.label() + " (" + ReadableFaces.reason(e) + ")"));
        } catch (IOException e) {
            return Optional.of(new Skipped(Reason.UNREADABLE, face.label() + " (" + e + ")"));
        }
    }
}
