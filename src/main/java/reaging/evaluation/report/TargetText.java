package reaging.evaluation.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import reaging.data.AgeGroup;
import reaging.evaluation.figures.TargetMetrics;
import reaging.evaluation.figures.TargetReport;
import reaging.evaluation.figures.TargetRow;

/** Writes reports of evaluations at given target ages as Markdown. */
public final class TargetText {
    private TargetText() {}

    /** Returns the whole report. */
    public static String of(TargetReport report) {
        List<String> parts = new ArrayList<>();
        parts.add("# How good is " + report.model() + "?");
        parts.add(what(report));
        report.notes().forEach(note -> parts.add("**" + note + "**"));
        parts.add("## Over all targets");
        parts.add(totals(report).markdown());
        report.methods().forEach((name, figures) -> {
            parts.add("## By target: " + name);
            parts.add(targets(figures).markdown());
        });
        parts.add(MEANING);
        return String.join("\n\n", parts) + "\n";
    }

    /** The meaning of the columns. */
    static final String MEANING =
            "Age difference: mean absolute difference of an output's estimated age from the target, in years. Age error: from"
                    + " the mean estimate on real images within two years of the target; estimators compress the old end."
                    + " Cosine: of face embeddings of input and output. Identity: the cosine on the scale where the mean pair of"
                    + " different people is 0 and the same picture is 1. HCS: harmonic mean of 1 - age difference / 40 and"
                    + " identity; raw HCS: with the raw cosine instead, as in published figures. Published figures use other"
                    + " networks, and the similarity of strangers varies between networks. Model: the evaluated model; copy:"
                    + " the input as the output; nearest: a real image of somebody else of about the target age. A dash: not"
                    + " measured.";

    static String what(TargetReport report) {
        return report.people() + " people of " + report.data() + ", each at the targets "
                + String.join(
                        ", ", report.targets().stream().map(AgeGroup::text).toList())
                + " years, " + report.imageSize() + " pixels, seed " + report.seed() + "; "
                + ReportTables.number(report.secondsPerImage(), 4) + " s to re-age an image. Evaluators: "
                + ReportText.networks(report.evaluators()) + ". "
                + String.format(
                        Locale.ROOT,
                        "Two different people have a mean cosine of %s (%d pairs).",
                        ReportTables.number(report.strangers().meanCosine(), 3),
                        report.strangers().pairs());
    }

    static Table totals(TargetReport report) {
        List<List<String>> rows = new ArrayList<>();
        report.methods().forEach((name, figures) -> rows.add(row(name, figures.total())));
        return table("", rows);
    }

    static Table targets(TargetMetrics figures) {
        List<List<String>> rows = new ArrayList<>();
        figures.targets().forEach((target, row) -> rows.add(row(target, row)));
        rows.add(row("all", figures.total()));
        return table("target", rows);
    }

    private static Table table(String what, List<List<String>> rows) {
        return new Table(
                List.of(
                        what,
                        "images",
                        "estimated age",
                        "age difference",
                        "age error",
                        "identity",
                        "HCS",
                        "cosine",
                        "raw HCS"),
                rows);
    }

    private static List<String> row(String name, TargetRow row) {
        return List.of(
                name,
                String.valueOf(row.images()),
                ReportTables.number(row.estimatedAge(), 1),
                ReportTables.number(row.ageDifference(), 1),
                ReportTables.number(row.ageError(), 1),
                ReportTables.number(row.identity(), 2),
                ReportTables.number(row.hcs(), 3),
                ReportTables.number(row.cosine(), 3),
                ReportTables.number(row.cosineHcs(), 3));
    }
}
