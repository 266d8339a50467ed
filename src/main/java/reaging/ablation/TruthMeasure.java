package reaging.ablation;

import com.google.gson.annotations.SerializedName;
import java.util.function.ToDoubleFunction;
import reaging.data.AgeGroup;
import reaging.evaluation.report.ReportTables;
import reaging.evaluation.truth.GroundTruth;

/** The measures of the comparison with the true drawings, which are the columns of an ablation's table. */
public enum TruthMeasure {
    /** Error inside the face over all targets. */
    @SerializedName("faceError")
    FACE_ERROR(
            "face error",
            "mean absolute difference from the true drawing at the target age inside the face, in 1/255; lower is better",
            Unit.LEVELS,
            truth -> truth.total().output(),
            truth -> truth.total().input()),
    /** Error inside the face at targets far from the person's own age. */
    @SerializedName("farError")
    FAR_ERROR(
            "far error",
            "the same where the target is " + GroundTruth.FAR
                    + " or more age groups from the person's own; lower is better",
            Unit.LEVELS,
            truth -> truth.far().output(),
            truth -> truth.far().input()),
    /** Error of the background, which should not change. */
    @SerializedName("backgroundError")
    BACKGROUND_ERROR(
            "background error",
            "mean absolute difference from the input outside the face, in 1/255; lower is better",
            Unit.LEVELS,
            truth -> truth.total().background(),
            truth -> 0),
    /** Share of outputs with the right age. An unchanged input looks like one of the ten ages and is right for one target. */
    @SerializedName("rightAge")
    RIGHT_AGE(
            "right age, %",
            "share of outputs that look most like the person at the target age, of the person at the ten ages; higher is"
                    + " better",
            Unit.SHARE,
            truth -> truth.confusion().exactAges(),
            truth -> 1.0 / AgeGroup.COUNT),
    /** Share of outputs with the right identity. */
    @SerializedName("rightPerson")
    RIGHT_PERSON(
            "right person, %",
            "share of outputs that look most like the right one of up to ten people drawn at the target age; higher is better",
            Unit.SHARE,
            truth -> truth.confusion().identities(),
            truth -> truth.confusion().inputIdentities());

    private final String title;
    private final String meaning;
    private final Unit unit;

    @SuppressWarnings("ImmutableEnumChecker") // A function without state.
    private final ToDoubleFunction<GroundTruth> output;

    @SuppressWarnings("ImmutableEnumChecker") // A function without state.
    private final ToDoubleFunction<GroundTruth> input;

    TruthMeasure(
            String title,
            String meaning,
            Unit unit,
            ToDoubleFunction<GroundTruth> output,
            ToDoubleFunction<GroundTruth> input) {
        this.title = title;
        this.meaning = meaning;
        this.unit = unit;
        this.output = output;
        this.input = input;
    }

    /** The units of the measures. */
    private enum Unit {
        LEVELS(1, 2),
        SHARE(100, 1);

        private final double factor;
        private final int digits;

        Unit(double factor, int digits) {
            this.factor = factor;
            this.digits = digits;
        }
    }

    String title() {
        return title;
    }

    /** Returns the meaning of the column. */
    String meaning() {
        return meaning;
    }

    /** Returns the value for a model's outputs. */
    double ofOutput(GroundTruth truth) {
        return output.applyAsDouble(truth);
    }

    /** Returns the value for the unchanged inputs. */
    double ofInput(GroundTruth truth) {
        return input.applyAsDouble(truth);
    }

    String text(double value) {
        return ReportTables.number(unit.factor * value, unit.digits);
    }

    /** Formats the mean and, for more than one run, the standard deviation. */
    String text(Spread spread) {
        return spread.values().size() > 1
                ? text(spread.mean()) + " ± " + text(spread.deviation())
                : text(spread.mean());
    }
}
