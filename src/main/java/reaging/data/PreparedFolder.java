package reaging.data;

import com.google.gson.GsonBuilder;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
    private final Listing listing;
    private final Path out;
    private final int size;

    /** What the files in a folder are made from; the listing's labels as a hash. */
    private record Plan(int size, String format, int faces, String labels) {}

    private PreparedFolder(Listing listing, Path out, int size) {
        this.listing = listing;
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
        WholeFile.write(out.resolve(LabelledFolder.LABELS), labels(kept).getBytes(StandardCharsets.UTF_8));
        return outcomes.stream().flatMap(Optional::stream).toList();
    }

    /** Writes the plan, or finds the same one there. */
    private void begin() {
        var everything = labels(IntStream.range(0, listing.faces().size()));
        var plan = new Plan(
                size,
                listing.format().toString(),
                listing.faces().size(),
                Hashes.sha256(everything.getBytes(StandardCharsets.UTF_8)));
        var text = new GsonBuilder().setPrettyPrinting().create().toJson(plan) + "\n";
        var file = out.resolve("prepared.json");
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
        var image = out.resolve("images").resolve(name(index));
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
                WholeFile.write(out.resolve("masks").resolve(name(index)), mask.png());
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

    /** Begins with the age, so that it serves as UTKFace's names do. */
    private String name(int index) {
        return String.format(
                Locale.ROOT, "%d_%07d.png", (int) listing.faces().get(index).age(), index);
    }

    /** The content of {@code labels.csv} for some of the faces. */
    private String labels(IntStream indices) {
        var text = new StringWriter();
        try (var csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
            var columns = new LinkedHashSet<>(LabelledFolder.COLUMNS);
            columns.addAll(listing.faces().get(0).others().keySet());
            csv.writeRecord(columns);
            indices.forEach(index -> csv.writeRecord(row(index, columns)));
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot fail to be written", e);
        }
        return text.toString();
    }

    private List<String> row(int index, Set<String> columns) {
        var face = listing.faces().get(index);
        Map<String, String> cells = new HashMap<>(face.others());
        cells.put("file", name(index));
        cells.put("source", face.label());
        cells.put("age", BigDecimal.valueOf(face.age()).stripTrailingZeros().toPlainString());
        cells.put("age_group", AgeGroup.of(face.age()).label());
        cells.put("split", listing.heldOut(face) ? LabelledFolder.HELD_OUT : LabelledFolder.TRAINING);
        return columns.stream().map(cells::get).toList();
    }
}
