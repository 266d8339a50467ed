package reaging.evaluation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes a report as {@code report.json}, {@code report.md} and {@code report.html}. */
public final class ReportFiles {
    private ReportFiles() {}

    /** Writes the three files into a folder. */
    public static void write(Evaluation.Result result, Path folder) {
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve("report.json"), ReportJson.of(result.report()) + "\n");
            Files.writeString(folder.resolve("report.md"), ReportText.of(result.report()));
            Files.writeString(folder.resolve("report.html"), HtmlReport.of(result));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the report to " + folder, e);
        }
    }
}
