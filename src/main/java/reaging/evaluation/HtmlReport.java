package reaging.evaluation;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import javax.imageio.ImageIO;

/** Reports as one web page that needs nothing else: pictures and plots are in it. */
final class HtmlReport {
    private static final String HEAD = """
            <!DOCTYPE html>
            <html lang="en"><head><meta charset="utf-8"><title>How good is %s?</title><style>
            body { font: 15px/1.5 system-ui, sans-serif; max-width: 1120px; margin: 2em auto; padding: 0 1em; color: #222 }
            table { border-collapse: collapse; margin: 1em 0 } td, th { padding: .2em .8em; text-align: right; white-space: nowrap }
            th { border-bottom: 2px solid #222 } td { border-bottom: 1px solid #ddd }
            td:first-child, th:first-child { text-align: left } .note { background: #fff3cd; padding: .5em 1em }
            img { max-width: 100%%; image-rendering: pixelated } .row { display: flex; flex-wrap: wrap; gap: 12px }
            figure { margin: 0 } figcaption { font-size: 13px; color: #555; max-width: 200px; overflow-wrap: anywhere }
            .plots img { width: 520px; image-rendering: auto }
            </style></head><body>
            """;

    private final StringBuilder page = new StringBuilder();

    private HtmlReport() {}

    static String of(Evaluation.Result result) {
        return new HtmlReport().page(result.report(), result.gallery());
    }

    private String page(Report report, Gallery gallery) {
        page.append(HEAD.formatted(escaped(report.model())));
        heading(1, "How good is " + report.model() + "?");
        paragraph("", ReportText.what(report));
        report.notes().forEach(note -> paragraph(" class=\"note\"", note));
        if (report.truth() != null) {
            truth(report.truth());
        }
        heading(2, "The evaluators on these data");
        paragraph("", ReportText.calibration(report.calibration()));
        page.append(ReportTables.calibration(report.calibration()).html());
        heading(2, "Over all targets");
        page.append(ReportTables.totals(report).html());
        page.append(ReportTables.closeness(report).html());
        paragraph("", ReportText.MEANING);
        page.append("<div class=\"row plots\">\n");
        Plots.of(report).forEach(this::figure);
        page.append("</div>\n");
        heading(2, "Ten people at ten ages");
        image(gallery.grid());
        report.methods().forEach((name, figures) -> {
            heading(2, "By target group: " + name);
            page.append(ReportTables.groups(figures).html());
        });
        heading(2, "Identity by the number of groups between a person's own and the target");
        page.append(ReportTables.gaps(report).html());
        if (report.realPairs() != null) {
            heading(2, ReportText.REAL_PAIRS);
            page.append(ReportTables.realPairs(report.realPairs()).html());
        }
        worst(report, gallery);
        return page.append("</body></html>\n").toString();
    }

    private void truth(GroundTruth truth) {
        heading(2, "Against the true drawings");
        paragraph("", TruthText.what(truth));
        TruthText.tables(truth).forEach((title, table) -> {
            paragraph("", title + ":");
            page.append(table.html());
        });
        paragraph("", TruthText.confusion(truth.confusion()));
    }

    private void worst(Report report, Gallery gallery) {
        report.worst().forEach((measure, cases) -> {
            heading(2, "Worst by " + measure);
            page.append("<div class=\"row\">\n");
            for (int i = 0; i < cases.size(); i++) {
                figure(
                        ReportTables.number(cases.get(i).value(), 2) + ": "
                                + cases.get(i).face(),
                        gallery.worst().get(measure).get(i));
            }
            page.append("</div>\n");
        });
    }

    private void heading(int level, String text) {
        page.append("<h%d>%s</h%d>\n".formatted(level, escaped(text), level));
    }

    private void paragraph(String attributes, String text) {
        page.append("<p%s>%s</p>\n".formatted(attributes, escaped(text)));
    }

    private void figure(String caption, BufferedImage picture) {
        page.append("<figure>");
        image(picture);
        page.append("<figcaption>").append(escaped(caption)).append("</figcaption></figure>\n");
    }

    private void image(BufferedImage picture) {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot fail to be written", e);
        }
        page.append("<img alt=\"\" src=\"data:image/png;base64,")
                .append(Base64.getEncoder().encodeToString(bytes.toByteArray()))
                .append("\">");
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
