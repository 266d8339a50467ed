package reaging.evaluation.report;

import java.util.ArrayList;
import java.util.List;

/**
 * A table.
 *
 * @param head titles of the columns
 * @param rows rows with as many cells as the head
 */
public record Table(List<String> head, List<List<String>> rows) {
    public String markdown() {
        List<String> lines = new ArrayList<>();
        lines.add(line(head));
        lines.add(line(head.stream().map(title -> "---").toList()));
        rows.forEach(row -> lines.add(line(row)));
        return String.join("\n", lines);
    }

    private static String line(List<String> cells) {
        return "| " + String.join(" | ", cells) + " |";
    }

    String html() {
        var text = new StringBuilder("<table>\n");
        line(text, "th", head);
        rows.forEach(row -> line(text, "td", row));
        return text.append("</table>\n").toString();
    }

    private static void line(StringBuilder text, String tag, List<String> cells) {
        text.append("<tr>");
        cells.forEach(cell -> text.append('<')
                .append(tag)
                .append('>')
                .append(HtmlPage.escaped(cell))
                .append("</")
                .append(tag)
                .append('>'));
        text.append("</tr>\n");
    }
}
