package reaging.evaluation.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import reaging.evaluation.Report;
import reaging.evaluation.figures.Calibration;

/** Writes reports as Markdown. */
public final class ReportText {
    private ReportText() {}

    /** Returns the whole report. */
    public static String of(Report report) {
        List<String> parts = new ArrayList<>();
        parts.add("# How good is " + report.model() + "?");
        parts.add(what(report));
        report.notes().forEach(note -> parts.add("**" + note + "**"));
        if (report.truth() != null) {
            parts.add(TruthText.of(report.truth()));
        }
        parts.add("## The evaluators on this data");
        parts.add(calibration(report.calibration()));
        parts.add(ReportTables.calibration(report.calibration()).markdown());
        parts.add("## Over all targets");
        parts.add(ReportTables.totals(report).markdown());
        parts.add(ReportTables.closeness(report).markdown());
        parts.add(ReportTables.withoutMask(report).markdown());
        if (report.subgroups() != null) {
            parts.add("## " + SubgroupText.HEADING);
            parts.add(SubgroupText.MEANING);
            parts.add(SubgroupText.table(report.subgroups()).markdown());
        }
        report.methods().forEach((name, figures) -> {
            parts.add("## By target group: " + name);
            parts.add(ReportTables.groups(figures).markdown());
        });
        parts.add("## " + GAPS);
        parts.add(ReportTables.gaps(report).markdown());
        if (report.realPairs() != null) {
            parts.add("## " + REAL_PAIRS);
            parts.add(ReportTables.realPairs(report.realPairs()).markdown());
        }
        parts.add("## Worst cases");
        parts.add(ReportTables.worst(report).markdown());
        parts.add(MEANING);
        return String.join("\n\n", parts) + "\n";
    }

    /** The meaning of the columns. */
    static final String MEANING =
            "Age error: mean absolute difference of an output's estimated age from the mean estimate on real images of the"
                    + " target group, in years. Identity: cosine of face embeddings of input and output, on the scale where the"
                    + " mean pair of different people is 0 and the same picture is 1. Verified: outputs that pass as the input's"
                    + " person at the threshold that one stranger in a hundred passes. HCS: harmonic mean of 1 - age error / 40"
                    + " and identity. KID (x 1000) and Frechet distance: on the named features, outputs of a group against real"
                    + " images of that group; not comparable with published figures, which use another network. Background:"
                    + " mean difference from the input outside the mask, in 1/255. Model: the evaluated model; unmasked: the same"
                    + " without the people's masks; copy: the input as the output; nearest: a real image of somebody else of the"
                    + " target group. A dash: not measured; KID and Frechet distance need ten images of a group on each side.";

    /** Heading of the table of gaps. */
    static final String GAPS = "Age error and identity by the number of groups between a person's own and the target";

    /** Heading of the table of real pairs. */
    static final String REAL_PAIRS = "Identity with the person's real photo at the target age";

    static String what(Report report) {
        return report.people() + " people of " + report.data() + " that training never saw, each at ten targets, "
                + report.imageSize() + " pixels, seed " + report.seed() + ". Evaluators: "
                + networks(report.evaluators()) + ".";
    }

    /** Returns the evaluators and what they judge. */
    static String networks(Map<String, String> evaluators) {
        return evaluators.isEmpty()
                ? "none"
                : String.join(
                        "; ",
                        evaluators.entrySet().stream()
                                .map(each -> each.getKey() + " by " + each.getValue())
                                .toList());
    }

    /** Describes the accuracy of the evaluators on this data. */
    static String calibration(Calibration calibration) {
        if (Double.isNaN(calibration.ageError()) && calibration.strangers().pairs() == 0) {
            return "No evaluator network judged these images.";
        }
        var strangers = calibration.strangers();
        return String.format(
                        Locale.ROOT,
                        "On %d real images the age estimator is off by %s years on average. Two different people have a mean cosine"
                                + " of %s (%d pairs); one pair in a hundred exceeds %s. ",
                        calibration.images(),
                        ReportTables.number(calibration.ageError(), 1),
                        ReportTables.number(strangers.meanCosine(), 3),
                        strangers.pairs(),
                        ReportTables.number(strangers.threshold(), 3))
                + (Double.isNaN(calibration.verificationAuc())
                        ? "The data does not identify people, so the accuracy of verification cannot be measured."
                        : "Photos of one person are more similar than those of two in "
                                + ReportTables.number(100 * calibration.verificationAuc(), 1)
                                + " % of comparisons (AUC).");
    }
}
