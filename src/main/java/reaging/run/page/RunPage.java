package reaging.run.page;

import com.google.gson.Gson;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import reaging.files.WholeFile;
import reaging.run.Evaluated;
import reaging.run.Incident;
import reaging.run.RunFolder;
import reaging.run.TrainingListener.Report;
import reaging.run.TrainingLog;

/**
 * The page of a run, {@code index.html}: progress, curves, sample grids over time and configuration. It embeds its pictures, so
 * it needs no other file; everything on it is read from the run's folder.
 */
public final class RunPage {
    private static final int MOST_GRIDS = 8;
    private static final int GRID_WIDTH = 1408;

    private RunPage() {}

    public static void write(RunFolder run) throws IOException {
        var html = new StringBuilder(
                HEAD.formatted(escaped(run.path().getFileName().toString())));
        var reports = lines(run, "losses", Report.class);
        if (!reports.isEmpty()) {
            html.append(standing(reports.get(reports.size() - 1)));
        }
        var evaluations = lines(run, "evaluation", Evaluated.class);
        if (!evaluations.isEmpty()) {
            html.append("<p>").append(escaped(best(evaluations))).append("</p>\n");
        }
        for (var incident : lines(run, "trouble", Incident.class)) {
            html.append("<p class=\"trouble\">")
                    .append(escaped(incident.text()))
                    .append("</p>\n");
        }
        html.append("<h2>Curves</h2>\n<div class=\"curves\">\n");
        for (var curves : Curves.of(evaluations)) {
            html.append(picture(curves.title(), "png", curves.png(evaluations)));
        }
        for (var curves : Curves.OF_REPORTS) {
            if (curves.showAny(reports)) {
                html.append(picture(curves.title(), "png", curves.png(reports)));
            }
        }
        html.append(
                "</div>\n<h2>The same faces over time</h2>\n<p>From left to right: the input, then the ten age groups.</p>\n");
        for (var grid : spread(grids(run))) {
            html.append(picture(grid.getFileName().toString().replace(".png", ""), "jpeg", jpeg(grid)));
        }
        html.append("<h2>Configuration</h2>\n<pre>")
                .append(escaped(Files.readString(run.config())))
                .append("</pre>\n</body>\n</html>\n");
        WholeFile.writeDurably(run.page(), html.toString());
    }

    /** Reads the lines of the log that have a field. */
    private static <T> List<T> lines(RunFolder run, String field, Class<T> type) throws IOException {
        return TrainingLog.read(run.log()).stream()
                .filter(line -> line.has(field))
                .map(line -> new Gson().fromJson(line, type))
                .toList();
    }

    private static String standing(Report report) {
        return String.format(
                Locale.ROOT,
                "<p>%.1f kimg in %d steps, %s of training, %.1f s per 1000 images at the end; learning rate %.2g;"
                        + " %.2f GB of memory.</p>%n",
                report.images() / 1000.0,
                report.step(),
                Durations.text(report.seconds()),
                report.secondsPerKimg(),
                report.learningRate(),
                report.memory().residentBytes() / 1e9);
    }

    /** Describes the best evaluation by the newest one's criterion. */
    private static String best(List<Evaluated> evaluations) {
        var criterion = evaluations.get(evaluations.size() - 1).criterion();
        return evaluations.stream()
                .filter(each -> each.criterion().equals(criterion))
                .max(Comparator.comparingDouble(Evaluated::score))
                .map(best -> "Best by " + criterion + ": " + best.text())
                .orElseThrow();
    }

    /** Lists the grids, newest first. */
    private static List<Path> grids(RunFolder run) throws IOException {
        try (var files = Files.list(run.samples())) {
            return files.filter(file -> file.toString().endsWith(".png"))
                    .sorted(Comparator.reverseOrder())
                    .toList();
        }
    }

    /** Picks some of the grids, evenly spread, including the first and the last. */
    private static List<Path> spread(List<Path> grids) {
        int count = Math.min(MOST_GRIDS, grids.size());
        List<Path> chosen = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            chosen.add(grids.get(count == 1 ? 0 : i * (grids.size() - 1) / (count - 1)));
        }
        return chosen;
    }

    /** Returns a grid as a JPEG no wider than the page. */
    private static byte[] jpeg(Path grid) throws IOException {
        var whole = ImageIO.read(grid.toFile());
        int width = Math.min(GRID_WIDTH, whole.getWidth());
        int height = whole.getHeight() * width / whole.getWidth();
        var shrunk = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = shrunk.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(whole, 0, 0, width, height, null);
        graphics.dispose();
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(shrunk, "jpeg", bytes);
        return bytes.toByteArray();
    }

    private static String picture(String title, String format, byte[] content) {
        return "<figure><figcaption>" + escaped(title) + "</figcaption><img alt=\"" + escaped(title)
                + "\" src=\"data:image/" + format + ";base64,"
                + Base64.getEncoder().encodeToString(content) + "\"></figure>\n";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static final String HEAD = """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <title>%1$s</title>
            <style>
            body { font: 15px/1.5 sans-serif; max-width: 1440px; margin: 24px auto; padding: 0 16px; color: #222; }
            h1 { font-size: 24px; } h2 { font-size: 18px; margin-top: 32px; }
            figure { margin: 0 0 16px; } figcaption { font-weight: bold; }
            img { max-width: 100%%; }
            .curves { display: flex; flex-wrap: wrap; gap: 8px 24px; }
            .trouble { background: #fff1d6; padding: 8px 12px; border-left: 4px solid #d98200; }
            pre { background: #f5f5f5; padding: 12px; overflow: auto; }
            </style>
            </head>
            <body>
            <h1>%1$s</h1>
            """;
}
