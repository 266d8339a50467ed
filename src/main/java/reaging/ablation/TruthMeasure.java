package reaging.ablation;

import com.google.gson.annotations.SerializedName;
import java.util.function.ToDoubleFunction;
import reaging.data.AgeGroup;
import reaging.evaluation.report.ReportTables;
import reaging.evaluation.truth.GroundTruth;

/** One number of what is measured against the true drawings: a column of an ablation's table. */
public enum TruthMeasure {
    /** Over all targets. */
    @SerializedName("faceError")
    FACE_ERROR(
            "face error",
            "mean absolute difference from the true drawing at the target age inside the face, in 1/255; lower is better",
            Unit.LEVELS,
            truth -> truth.total().output(),
            truth -> truth.total().input()),
    /** Where the input is no answer. */
    @SerializedName("farError")
    FAR_ERROR(
            "far error",
            "the same where the target is " + GroundTruth.FAR
                    + " or more age groups from the person's own; lower is better",
            Unit.LEVELS,
            truth -> truth.far().output(),
            truth -> truth.far().input()),
    /** Which nothing should change. */
    @SerializedName("backgroundError")
    BACKGROUND_ERROR(
            "background error",
            "mean absolute difference from the input outside the face, in 1/255; lower is better",
            Unit.LEVELS,
            truth -> truth.total().background(),
            truth -> 0),
    /** Age confusion. An input looks like one age of the ten: it is right for one target of the ten. */
    @SerializedName("rightAge")
    RIGHT_AGE(
            "right age, %",
            "share of outputs that look most like the person at the target age, of the person at the ten ages; higher is"
                    + " better",
            Unit.SHARE,
            truth -> truth.confusion().exactAges(),
            truth -> 1.0 / AgeGroup.COUNT),
    /** Identity confusion. */
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

    /** How a number is written. */
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

    /** What the column says. */
    String meaning() {
        return meaning;
    }

    /** Of a model's outputs. */
    double ofOutput(GroundTruth truth) {
        return output.applyAsDouble(truth);
    }

    /** Of the untouched inputs. */
    double ofInput(GroundTruth truth) {
        return input.applyAsDouble(truth);
    }

    String text(double value) {
        return ReportTables.number(unit.factor * value, unit.digits);
    }

    /** Mean and, of more than one run, standard deviation. */
    String text(Spread spread) {
        return spread.values().size() > 1
                ? text(spread.mean()) + " ± " + text(spread.deviation())
                : text(spread.mean());
    }
}
