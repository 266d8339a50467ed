package reaging.evaluation.report;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import reaging.evaluation.Evaluation;
import reaging.evaluation.TargetEvaluation;
import reaging.evaluation.scenes.SceneReport;
import reaging.files.WholeFile;

/** Writes a report as {@code report.json}, {@code report.md} and {@code report.html}. */
public final class ReportFiles {
    private ReportFiles() {}

    /** Writes the three files into a folder. */
    public static void write(Evaluation.Result result, Path folder) {
        write(ReportJson.of(result.report()), ReportText.of(result.report()), HtmlReport.of(result), folder);
    }

    /** Writes the three files of an evaluation at given targets into a folder. */
    public static void write(TargetEvaluation.Result result, Path folder) {
        write(ReportJson.of(result.report()), TargetText.of(result.report()), HtmlReport.of(result), folder);
    }

    /** Writes the three files of an evaluation of scenes into a folder. */
    public static void write(SceneReport report, Path folder) {
        write(ReportJson.of(report), SceneText.of(report), SceneText.page(report), folder);
    }

    private static void write(String json, String markdown, String html, Path folder) {
        write(folder.resolve("report.json"), json + "\n");
        write(folder.resolve("report.md"), markdown);
        write(folder.resolve("report.html"), html);
    }

    private static void write(Path file, String text) {
        WholeFile.write(file, text.getBytes(StandardCharsets.UTF_8));
    }
}
