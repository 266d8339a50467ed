package reaging.evaluation.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import reaging.evaluation.scenes.Changes;
import reaging.evaluation.scenes.SceneReport;

/** Writes the results on scenes of several people as tables. */
public final class SceneText {
    private SceneText() {}

    /** Returns the report as Markdown. */
    public static String of(SceneReport report) {
        return String.join(
                "\n\n",
                "## Scenes",
                what(report),
                found(report).markdown(),
                pixels(report.changes()).markdown());
    }

    /** Returns the report as one web page. */
    static String page(SceneReport report) {
        var page = new HtmlPage(report.model());
        page.heading(2, "Scenes");
        page.paragraph(what(report));
        page.table(found(report));
        page.table(pixels(report.changes()));
        return page.end();
    }

    private static String what(SceneReport report) {
        return String.format(
                Locale.ROOT,
                "%d scenes with %d faces of %s; finder: %s, which found %d faces where there are none. Width: of the face, as a"
                        + " fraction of the longer side. Errors: mean distance from the true positions, in %% of the eye distance.",
                report.scenes(),
                report.all().faces(),
                report.people(),
                report.finder(),
                report.others());
    }

    private static Table found(SceneReport report) {
        List<List<String>> rows = new ArrayList<>();
        report.sizes().forEach(size -> rows.add(row(percent(size.share()) + " %", size)));
        rows.add(row("all", report.all()));
        return new Table(List.of("width", "faces", "found, %", "re-aged, %", "eyes, %", "five points, %"), rows);
    }

    private static List<String> row(String name, SceneReport.Size size) {
        return List.of(
                name,
                String.valueOf(size.faces()),
                percent(size.found()),
                percent(size.usable()),
                percent(size.eyeError()),
                percent(size.pointError()));
    }

    private static String percent(double share) {
        return ReportTables.number(100 * share, 1);
    }

    private static Table pixels(Changes.Means changes) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("changed pixels outside all crops", String.valueOf(changes.outside())));
        rows.add(List.of("people, mean difference from their true drawings, 1/255", number(changes.output())));
        rows.add(List.of("the same before", number(changes.input())));
        rows.add(List.of("background within crops, mean change, 1/255", number(changes.background())));
        rows.add(List.of("mean gradient in the borders of crops before, 1/255", number(changes.borderBefore())));
        rows.add(List.of("the same after", number(changes.borderAfter())));
        return new Table(List.of("pixels", "value"), rows);
    }

    private static String number(double value) {
        return ReportTables.number(value, 2);
    }
}
