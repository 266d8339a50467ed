package reaging.evaluation.report;

import java.awt.image.BufferedImage;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import reaging.evaluation.Evaluation;
import reaging.evaluation.Gallery;
import reaging.evaluation.Report;
import reaging.evaluation.TargetEvaluation;
import reaging.evaluation.truth.GroundTruth;

/** Writes reports as web pages. */
public final class HtmlReport {
    private HtmlReport() {}

    public static String of(Evaluation.Result result) {
        var report = result.report();
        var page = new HtmlPage(report.model());
        page.paragraph(ReportText.what(report));
        report.notes().forEach(page::note);
        if (report.truth() != null) {
            truth(page, report.truth());
        }
        page.heading(2, "The evaluators on this data");
        page.paragraph(ReportText.calibration(report.calibration()));
        page.table(ReportTables.calibration(report.calibration()));
        page.heading(2, "Over all targets");
        page.table(ReportTables.totals(report));
        page.table(ReportTables.closeness(report));
        page.table(ReportTables.withoutMask(report));
        page.paragraph(ReportText.MEANING);
        page.row(" plots", Plots.of(report));
        if (report.subgroups() != null) {
            page.heading(2, SubgroupText.HEADING);
            page.paragraph(SubgroupText.MEANING);
            page.table(SubgroupText.table(report.subgroups()));
        }
        page.heading(2, "Ten people at ten ages");
        page.image(result.gallery().grid());
        report.methods().forEach((name, figures) -> {
            page.heading(2, "By target group: " + name);
            page.table(ReportTables.groups(figures));
        });
        page.heading(2, ReportText.GAPS);
        page.table(ReportTables.gaps(report));
        if (report.realPairs() != null) {
            page.heading(2, ReportText.REAL_PAIRS);
            page.table(ReportTables.realPairs(report.realPairs()));
        }
        worst(page, report, result.gallery());
        return page.end();
    }

    private static void truth(HtmlPage page, GroundTruth truth) {
        page.heading(2, "Against the true drawings");
        page.paragraph(TruthText.what(truth));
        TruthText.tables(truth).forEach((title, table) -> {
            page.paragraph(title + ":");
            page.table(table);
        });
        page.paragraph(TruthText.confusion(truth.confusion()));
    }

    private static void worst(HtmlPage page, Report report, Gallery gallery) {
        report.worst().forEach((measure, cases) -> {
            page.heading(2, "Worst by " + measure);
            var pairs = Objects.requireNonNull(gallery.worst().get(measure), "a gallery shows every worst case");
            Map<String, BufferedImage> pictures = new LinkedHashMap<>();
            for (int i = 0; i < cases.size(); i++) {
                pictures.put(
                        ReportTables.number(cases.get(i).value(), 2) + ": "
                                + cases.get(i).face(),
                        pairs.get(i));
            }
            page.row("", pictures);
        });
    }

    public static String of(TargetEvaluation.Result result) {
        var report = result.report();
        var page = new HtmlPage(report.model());
        page.paragraph(TargetText.what(report));
        report.notes().forEach(page::note);
        page.heading(2, "Over all targets");
        page.table(TargetText.totals(report));
        page.paragraph(TargetText.MEANING);
        Plots.estimatedAge(report).ifPresent(plot -> page.row(" plots", Map.of("Estimated against target age", plot)));
        page.heading(2, "The first people at the targets");
        page.image(result.grid());
        report.methods().forEach((name, figures) -> {
            page.heading(2, "By target: " + name);
            page.table(TargetText.targets(figures));
        });
        return page.end();
    }
}
