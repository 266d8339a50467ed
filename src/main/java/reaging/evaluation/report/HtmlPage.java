package reaging.evaluation.report;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Map;
import javax.imageio.ImageIO;

/** A report as one self-contained web page with embedded pictures and plots. */
final class HtmlPage {
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

    /** Starts a page. */
    HtmlPage(String model) {
        page.append(HEAD.formatted(escaped(model)));
        heading(1, "How good is " + model + "?");
    }

    /** Returns the complete page. */
    String end() {
        return page.append("</body></html>\n").toString();
    }

    void heading(int level, String text) {
        page.append("<h%d>%s</h%d>\n".formatted(level, escaped(text), level));
    }

    void paragraph(String text) {
        paragraph("", text);
    }

    private void paragraph(String attributes, String text) {
        page.append("<p%s>%s</p>\n".formatted(attributes, escaped(text)));
    }

    void note(String text) {
        paragraph(" class=\"note\"", text);
    }

    void table(Table table) {
        page.append(table.html());
    }

    /** Adds pictures side by side, by their captions. */
    void row(String kind, Map<String, BufferedImage> pictures) {
        page.append("<div class=\"row%s\">\n".formatted(kind));
        pictures.forEach(this::figure);
        page.append("</div>\n");
    }

    private void figure(String caption, BufferedImage picture) {
        page.append("<figure>");
        image(picture);
        page.append("<figcaption>").append(escaped(caption)).append("</figcaption></figure>\n");
    }

    void image(BufferedImage picture) {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory cannot fail", e);
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
