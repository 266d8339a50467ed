package reaging.data.folders;

import com.google.gson.annotations.SerializedName;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Which faces of FFHQ-Aging are left out. */
public enum Pruning {
    /** Those whose age group is uncertain: a confidence of 0.6 or less. */
    @SerializedName("confidence")
    CONFIDENCE("confidence"),
    /**
     * Those too, and whoever LATS leaves out (Or-El et al. 2020, create_dataset.py): uncertain gender, a head turned far, eyes
     * occluded, dark glasses. A face whose attributes were not found, all -1, stays.
     */
    @SerializedName("lats")
    LATS("lats");

    public static final String AGE_CONFIDENCE = "age_group_confidence";
    private static final List<String> ATTRIBUTES = List.of(
            "gender_confidence", "head_pitch", "head_yaw", "left_eye_occluded", "right_eye_occluded", "glasses");

    private final String text;

    Pruning(String text) {
        this.text = text;
    }

    /** The columns that it looks at. */
    Collection<String> columns() {
        var columns = new TreeSet<>(List.of(AGE_CONFIDENCE));
        if (this == LATS) {
            columns.addAll(ATTRIBUTES);
        }
        return columns;
    }

    /** Why a face is left out, if it is. */
    Optional<Skipped.Reason> leavesOut(LabelRow row) {
        if (!(row.number(AGE_CONFIDENCE) > 0.6)) {
            return Optional.of(Skipped.Reason.LOW_CONFIDENCE);
        }
        return this == LATS && !clear(row) ? Optional.of(Skipped.Reason.PRUNED) : Optional.empty();
    }

    private static boolean clear(LabelRow row) {
        double left = row.number("left_eye_occluded");
        double right = row.number("right_eye_occluded");
        return row.number("gender_confidence") > 0.66
                && Math.abs(row.number("head_pitch")) < 30
                && Math.abs(row.number("head_yaw")) < 40
                && Math.min(left, right) < 50
                && Math.max(left, right) < 90
                && !row.text("glasses").equals("Dark");
    }

    /** As the command line writes it. */
    @Override
    public String toString() {
        return text;
    }
}
