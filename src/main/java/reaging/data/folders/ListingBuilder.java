package reaging.data.folders;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import reaging.data.Masks;

/** Collects what is found while listing a folder. */
public final class ListingBuilder {
    private final Masks masks;
    private final MaskOrigin origin;
    private final List<FaceFile> faces = new ArrayList<>();
    private final List<Skipped> skipped = new ArrayList<>();
    private final Map<List<String>, Long> lines = new HashMap<>(); // of column and value

    /**
     * Starts an empty listing.
     *
     * @param masks content of the folder's mask files
     * @param origin whether faces without a mask get one later
     */
    ListingBuilder(Masks masks, MaskOrigin origin) {
        this.masks = masks;
        this.origin = origin;
    }

    Masks masks() {
        return masks;
    }

    List<FaceFile> faces() {
        return faces;
    }

    List<Skipped> skipped() {
        return skipped;
    }

    void skip(Skipped.Reason reason, String what) {
        skipped.add(new Skipped(reason, what));
    }

    /** Adds a face; it is skipped if others have a mask and it neither has nor gets one. */
    void add(FaceFile face) {
        if (face.mask() == null && masks != Masks.NONE && origin == MaskOrigin.GIVEN) {
            skip(Skipped.Reason.NO_MASK, face.label());
        } else {
            faces.add(face);
        }
    }

    /** Adds a face, unless there is a reason to skip it. */
    void add(FaceFile face, Optional<Skipped.Reason> reason) {
        reason.ifPresentOrElse(why -> skip(why, face.label()), () -> add(face));
    }

    /** Processes rows one by one; a rejected one is skipped, with the reason. */
    void rows(List<LabelRow> rows, Consumer<LabelRow> taker) {
        for (var row : rows) {
            try {
                taker.accept(row);
            } catch (IllegalArgumentException e) {
                skip(Skipped.Reason.BAD_ROW, String.valueOf(e.getMessage()));
            }
        }
    }

    /** Returns the value of a row if no earlier row has it in that column, and rejects the row otherwise. */
    String once(LabelRow row, String column, String value) {
        var before = lines.putIfAbsent(List.of(column, value), row.line());
        if (before != null) {
            throw row.wrong(column + " must differ from row to row but " + value + " is on line " + before + " too");
        }
        return value;
    }

    /** Skips the images that no row has in that column. */
    void skipWithoutRow(Collection<String> images, String column) {
        images.stream()
                .filter(name -> !lines.containsKey(List.of(column, name)))
                .forEach(name -> skip(Skipped.Reason.NO_ROW, name));
    }
}
