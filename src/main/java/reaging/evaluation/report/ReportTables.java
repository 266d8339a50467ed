package reaging.evaluation.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reaging.evaluation.RealPairs;
import reaging.evaluation.Report;
import reaging.evaluation.figures.Calibration;
import reaging.evaluation.figures.MethodMetrics;
import reaging.evaluation.figures.Output;
import reaging.evaluation.figures.Row;
import reaging.evaluation.predictions.ReAgedPerson;

/** The tables of a report. */
public final class ReportTables {
    private ReportTables() {}

    /** Formats a number, or a dash for NaN. */
    public static String number(double value, int digits) {
        return Double.isNaN(value) ? "–" : String.format(Locale.ROOT, "%." + digits + "f", value);
    }

    static Table totals(Report report) {
        List<List<String>> rows = new ArrayList<>();
        report.methods().forEach((name, figures) -> {
            List<String> row = new ArrayList<>(List.of(name));
            row.addAll(cells(figures.total()));
            row.add(number(figures.order().spearman(), 2));
            row.add(number(figures.order().rising(), 2));
            row.add(number(figures.order().neverFalls(), 2));
            rows.add(row);
        });
        return new Table(
                List.of(
                        "",
                        "age error",
                        "identity",
                        "verified",
                        "HCS",
                        "KID",
                        "Frechet",
                        "background",
                        "Spearman",
                        "rising steps",
                        "never falls"),
                rows);
    }

    private static List<String> cells(Row row) {
        return List.of(
                number(row.ageError(), 1),
                number(row.identity(), 2),
                number(row.verified(), 2),
                number(row.hcs(), 3),
                number(row.kid(), 2) + (row.kidDeviation() > 0 ? " ± " + number(row.kidDeviation(), 2) : ""),
                number(row.frechet(), 1),
                number(row.background(), 2));
    }

    static Table groups(MethodMetrics figures) {
        List<List<String>> rows = new ArrayList<>();
        figures.groups().forEach((group, row) -> rows.add(row(group.label(), row)));
        rows.add(row("all", figures.total()));
        return new Table(
                List.of(
                        "target",
                        "images",
                        "estimated age",
                        "age error",
                        "identity",
                        "verified",
                        "HCS",
                        "KID",
                        "Frechet",
                        "background"),
                rows);
    }

    private static List<String> row(String name, Row row) {
        List<String> cells =
                new ArrayList<>(List.of(name, String.valueOf(row.images()), number(row.estimatedAge(), 1)));
        cells.addAll(cells(row));
        return cells;
    }

    static Table gaps(Report report) {
        var gaps = new TreeSet<Integer>();
        report.methods().values().forEach(figures -> gaps.addAll(figures.gaps().keySet()));
        List<List<String>> rows = new ArrayList<>();
        for (int gap : gaps) {
            rows.add(gap(String.valueOf(gap), report, figures -> figures.gaps().get(gap)));
        }
        rows.add(gap(Output.FAR + " and more", report, MethodMetrics::far));
        List<String> head = new ArrayList<>(List.of("groups between"));
        report.methods().keySet().forEach(method -> head.addAll(List.of(method + ": age error", "identity")));
        return new Table(head, rows);
    }

    private static List<String> gap(String name, Report report, Function<MethodMetrics, @Nullable Row> choice) {
        List<String> cells = new ArrayList<>(List.of(name));
        report.methods().values().forEach(figures -> {
            var row = choice.apply(figures);
            cells.add(row == null ? "–" : number(row.ageError(), 1));
            cells.add(row == null ? "–" : number(row.identity(), 2));
        });
        return cells;
    }

    static Table realPairs(RealPairs pairs) {
        List<List<String>> rows = new ArrayList<>();
        pairs.gaps().forEach((gap, likeness) -> rows.add(row(String.valueOf(gap), likeness)));
        rows.add(row("all", pairs.total()));
        return new Table(List.of("groups between", "pairs", "output", "untouched input", "stranger"), rows);
    }

    private static List<String> row(String name, RealPairs.Likeness likeness) {
        return List.of(
                name,
                String.valueOf(likeness.pairs()),
                number(likeness.output(), 2),
                number(likeness.input(), 2),
                number(likeness.stranger(), 2));
    }

    static Table closeness(Report report) {
        return new Table(
                List.of("back to the input", "L1, 1/255", "PSNR, dB", "SSIM"),
                List.of(
                        closeness("reconstruction, at its own age", report.reconstruction()),
                        closeness("cycle, from each target", report.cycle())));
    }

    static Table withoutMask(Report report) {
        var closeness = report.withoutMask();
        return new Table(
                List.of("without a mask, at its own group, from the input", "1/255"),
                List.of(
                        List.of("in the worst of the four corners", number(closeness.corner(), 2)),
                        List.of("everywhere", number(closeness.picture(), 2))));
    }

    private static List<String> closeness(String name, ReAgedPerson.Closeness closeness) {
        return List.of(name, number(closeness.l1(), 2), number(closeness.psnr(), 2), number(closeness.ssim(), 3));
    }

    static Table calibration(Calibration calibration) {
        List<List<String>> rows = new ArrayList<>();
        calibration
                .groups()
                .forEach((group, figures) -> rows.add(List.of(
                        group.label(),
                        String.valueOf(figures.images()),
                        number(figures.meanAge(), 1),
                        number(figures.meanEstimate(), 1),
                        number(figures.ageError(), 1))));
        return new Table(List.of("real images of", "images", "mean age", "mean estimate", "age error"), rows);
    }

    static Table worst(Report report) {
        List<List<String>> rows = new ArrayList<>();
        report.worst()
                .forEach((measure, cases) -> cases.forEach(each -> rows.add(
                        List.of(measure, number(each.value(), 2), each.target().label(), each.face()))));
        return new Table(List.of("measure", "value", "target", "input"), rows);
    }
}
