package reaging.data.prepare;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import reaging.data.AgeGroup;
import reaging.data.folders.LabelledFolder;
import reaging.data.folders.Listing;

/** The names of a prepared folder's files, and its {@code labels.csv}. */
final class PreparedLabels {
    private final Listing listing;

    PreparedLabels(Listing listing) {
        this.listing = listing;
    }

    /** Returns a file name that starts with the age, like UTKFace's. */
    String file(int index) {
        return String.format(
                Locale.ROOT, "%d_%07d.png", (int) listing.faces().get(index).age(), index);
    }

    /** Returns the content of {@code labels.csv} for some of the faces. */
    byte[] csv(IntStream indices) {
        var text = new StringWriter();
        try (var csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
            var columns = new LinkedHashSet<>(LabelledFolder.COLUMNS);
            listing.faces().forEach(face -> columns.addAll(face.others().keySet()));
            csv.writeRecord(columns);
            indices.forEach(index -> csv.writeRecord(row(index, columns)));
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory cannot fail", e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private List<String> row(int index, Set<String> columns) {
        var face = listing.faces().get(index);
        Map<String, String> cells = new HashMap<>(face.others());
        cells.put("file", file(index));
        cells.put("source", face.label());
        cells.put("age", BigDecimal.valueOf(face.age()).stripTrailingZeros().toPlainString());
        cells.put("age_group", AgeGroup.of(face.age()).label());
        cells.put("split", listing.heldOut(face) ? LabelledFolder.HELD_OUT : LabelledFolder.TRAINING);
        return columns.stream().map(cells::get).toList();
    }
}
