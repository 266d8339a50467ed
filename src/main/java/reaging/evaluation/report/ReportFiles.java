package reaging.evaluation.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import reaging.evaluation.Evaluation;
import reaging.evaluation.TargetEvaluation;

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

    private static void write(String json, String markdown, String html, Path folder) {
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve("report.json"), json + "\n");
            Files.writeString(folder.resolve("report.md"), markdown);
            Files.writeString(folder.resolve("report.html"), html);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the report to " + folder, e);
        }
    }
}
