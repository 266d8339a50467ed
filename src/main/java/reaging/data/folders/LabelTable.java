package reaging.data.folders;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads labels from a CSV file whose first line names the columns, ignoring case. */
final class LabelTable {
    private LabelTable() {}

    /**
     * Reads all rows of a file.
     *
     * @param columns required columns
     */
    static List<LabelRow> read(Path file, Collection<String> columns) {
        List<LabelRow> rows = new ArrayList<>();
        try {
            var text = LabelText.read(file);
            for (var record : CsvReader.builder()
                    .fieldSeparator(LabelText.separator(text))
                    .allowUnclosedQuote(false)
                    .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .ofNamedCsvRecord(text)) {
                if (rows.isEmpty()) {
                    require(columns, header(record), file);
                }
                rows.add(new LabelRow(record.getStartingLineNumber(), cells(record)));
            }
        } catch (CsvParseException e) {
            throw new IllegalArgumentException(
                    "labels must be a valid CSV file but " + file + " is not: " + e.getMessage() + "; restore it", e);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
        return rows;
    }

    /** Returns the cells of a row; missing cells at the end are empty. */
    private static Map<String, String> cells(NamedCsvRecord record) {
        Map<String, String> cells = new LinkedHashMap<>();
        var fields = record.getFields();
        var header = header(record);
        for (int i = 0; i < header.size(); i++) {
            cells.put(header.get(i), i < fields.size() ? fields.get(i) : "");
        }
        return cells;
    }

    /** Returns the normalized names of the columns. */
    private static List<String> header(NamedCsvRecord record) {
        return record.getHeader().stream()
                .map(column -> column.strip().toLowerCase(Locale.ROOT))
                .toList();
    }

    private static void require(Collection<String> columns, List<String> header, Path file) {
        for (String column : columns) {
            if (!header.contains(column)) {
                throw new IllegalArgumentException("labels must have the column " + column + " but " + file + " has "
                        + String.join(", ", header) + "; name the columns in its first line");
            }
        }
    }
}
