package reaging.data.folders;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import reaging.data.AgeGroup;

/**
 * A folder with {@code labels.csv} beside {@code images/} and, optionally, {@code masks/}, as drawing and preparing faces write
 * it. The columns {@code file} and {@code age} are required; {@code source}, a face's name in the set that it was prepared from,
 * and {@code split}, {@code training} or {@code held_out}, are optional; other columns are kept.
 */
public final class LabelledFolder {
    public static final String LABELS = "labels.csv";

    /** The file that describes the source of a prepared folder; it is written first, the labels last. */
    public static final String PLAN = "prepared.json";

    public static final String TRAINING = "training";
    public static final String HELD_OUT = "held_out";

    /** The columns that are not among a {@link FaceFile}'s others. */
    public static final List<String> COLUMNS = List.of("file", "source", "age", "age_group", "split");

    /** If at least one age in this many is too high, typing errors do not explain it. */
    private static final int MONTHS = 5;

    private final ImageFolder place;
    private final Pruning pruning;
    private final ListingBuilder found;
    private final LabelledImages images;
    private final Set<String> heldOut = new HashSet<>();

    private LabelledFolder(ImageFolder place, Pruning pruning, MaskOrigin masks) {
        this.place = place;
        this.pruning = pruning;
        found = new ListingBuilder(place.kind(), masks);
        images = new LabelledImages(place.images());
    }

    static boolean fits(Path folder) {
        return Files.isRegularFile(folder.resolve(LABELS)) && Files.isDirectory(folder.resolve("images"));
    }

    /** Whether a prepared folder is unfinished. */
    static boolean unfinished(Path folder) {
        return Files.exists(folder.resolve(PLAN)) && !Files.exists(folder.resolve(LABELS));
    }

    static Listing list(Path folder, Pruning pruning, MaskOrigin masks) {
        Set<String> columns = new TreeSet<>(List.of("file", "age"));
        if (pruning == Pruning.LATS) {
            columns.addAll(pruning.columns());
        }
        var reader = new LabelledFolder(ImageFolder.of(folder), pruning, masks);
        var rows = LabelTable.read(folder.resolve(LABELS), columns);
        requireYears(rows, folder);
        reader.found.rows(rows, reader::add);
        reader.found.skipWithoutRow(reader.images.names(), "file");
        return Listing.of(folder, DataFormat.LABELLED, reader.found, reader.heldOut);
    }

    /** Rejects tables with ages in months as a whole, since those of small children would pass for years. */
    private static void requireYears(List<LabelRow> rows, Path folder) {
        var above = rows.stream()
                .filter(row -> row.above("age", AgeGroup.MAXIMUM_AGE))
                .toList();
        if (above.size() >= 3 && above.size() * MONTHS >= rows.size()) {
            throw new IllegalArgumentException("ages must be in years, from 0 to 120, but " + above.size() + " of "
                    + rows.size() + " in " + folder.resolve(LABELS) + " are above, such as "
                    + above.get(0).text("age")
                    + " in line " + above.get(0).line() + "; if these are months divide them by 12");
        }
    }

    private void add(LabelRow row) {
        var image = images.named(row.text("file"));
        var file = found.once(row, "file", image.orElse(row.text("file")));
        var label = row.has("source") ? found.once(row, "source", row.text("source")) : file;
        var face = image.map(name -> face(name, label, row));
        if (row.has("split") && row.oneOf("split", TRAINING, HELD_OUT).equals(HELD_OUT)) {
            heldOut.add(label);
        }
        face.ifPresentOrElse(
                present -> found.add(present, reason(row)), () -> found.skip(Skipped.Reason.NO_IMAGE, label));
    }

    private FaceFile face(String file, String label, LabelRow row) {
        return new FaceFile(label, row.age("age"), place.images().resolve(file), place.mask(file), others(row));
    }

    private Optional<Skipped.Reason> reason(LabelRow row) {
        boolean prunable = pruning.columns().stream().allMatch(row::has);
        return prunable ? pruning.leavesOut(row) : Optional.empty();
    }

    private static Map<String, String> others(LabelRow row) {
        Map<String, String> others = new LinkedHashMap<>(row.cells());
        others.keySet().removeAll(COLUMNS);
        return others;
    }
}
