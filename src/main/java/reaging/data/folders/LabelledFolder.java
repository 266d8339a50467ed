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
import reaging.data.prepare.PreparedFolder;
import reaging.data.synthetic.SyntheticFolder;

/**
 * {@code labels.csv} beside {@code images/} and, where there are any, {@code masks/}: what {@link SyntheticFolder} and
 * {@link PreparedFolder} write. The columns {@code file} and {@code age} must be there; {@code source}, a face's name in the
 * set that it was prepared from, and {@code split}, {@code training} or {@code held_out}, may be; others are carried along.
 */
public final class LabelledFolder {
    public static final String LABELS = "labels.csv";

    /** What a prepared folder is made from; it is there from the beginning, the labels come last. */
    public static final String PLAN = "prepared.json";

    public static final String TRAINING = "training";
    public static final String HELD_OUT = "held_out";

    /** The columns whose content {@link FaceFile} and {@link Listing} hold elsewhere than in the others. */
    public static final List<String> COLUMNS = List.of("file", "source", "age", "age_group", "split");

    private final ImageFolder place;
    private final Pruning pruning;
    private final Found found;
    private final Set<String> images;
    private final Set<String> heldOut = new HashSet<>();

    private LabelledFolder(ImageFolder place, Pruning pruning, MaskOrigin masks) {
        this.place = place;
        this.pruning = pruning;
        found = new Found(place.kind(), masks);
        images = new TreeSet<>(ImageFolder.names(place.images()));
    }

    static boolean fits(Path folder) {
        return Files.isRegularFile(folder.resolve(LABELS)) && Files.isDirectory(folder.resolve("images"));
    }

    /** Whether a prepared folder was begun and not finished. */
    static boolean unfinished(Path folder) {
        return Files.exists(folder.resolve(PLAN)) && !Files.exists(folder.resolve(LABELS));
    }

    static Listing list(Path folder, Pruning pruning, MaskOrigin masks) {
        Set<String> columns = new TreeSet<>(List.of("file", "age"));
        if (pruning == Pruning.LATS) {
            columns.addAll(pruning.columns());
        }
        var reader = new LabelledFolder(ImageFolder.of(folder), pruning, masks);
        reader.found.rows(LabelTable.read(folder.resolve(LABELS), columns), reader::add);
        reader.found.skipWithoutRow(reader.images, "file");
        return Listing.of(folder, DataFormat.LABELLED, reader.found, reader.heldOut);
    }

    private void add(LabelRow row) {
        var file = found.once(row, "file", row.text("file"));
        var label = row.has("source") ? found.once(row, "source", row.text("source")) : file;
        var face = new FaceFile(label, row.age("age"), place.images().resolve(file), place.mask(file), others(row));
        if (row.has("split") && row.oneOf("split", TRAINING, HELD_OUT).equals(HELD_OUT)) {
            heldOut.add(label);
        }
        found.add(face, reason(file, row));
    }

    private Optional<Skipped.Reason> reason(String file, LabelRow row) {
        if (!images.contains(file)) {
            return Optional.of(Skipped.Reason.NO_IMAGE);
        }
        boolean prunable = pruning.columns().stream().allMatch(row::has);
        return prunable ? pruning.leavesOut(row) : Optional.empty();
    }

    private static Map<String, String> others(LabelRow row) {
        Map<String, String> others = new LinkedHashMap<>(row.cells());
        others.keySet().removeAll(COLUMNS);
        return others;
    }
}
