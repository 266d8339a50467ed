package reaging.data.folders;

import com.google.gson.annotations.SerializedName;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** The choice of FFHQ-Aging faces to leave out. */
public enum Pruning {
    /** Leaves out faces whose age group is uncertain: a confidence of 0.6 or less. */
    @SerializedName("confidence")
    CONFIDENCE("confidence"),
    /**
     * Also leaves out what LATS does (Or-El et al. 2020, create_dataset.py): uncertain gender, a head turned far, occluded eyes,
     * dark glasses. A face whose attributes are missing, all -1, is kept.
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

    /** Returns the columns that it needs. */
    Collection<String> columns() {
        var columns = new TreeSet<>(List.of(AGE_CONFIDENCE));
        if (this == LATS) {
            columns.addAll(ATTRIBUTES);
        }
        return columns;
    }

    /** Returns why a face is left out; empty: it is kept. */
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

    /** Returns the name on the command line. */
    @Override
    public String toString() {
        return text;
    }
}
