package reaging.evaluation.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import reaging.data.AgeGroup;
import reaging.evaluation.truth.Confusion;
import reaging.evaluation.truth.GroundTruth;

/** Writes the comparison with the true drawings of synthetic people as tables. */
public final class TruthText {
    private TruthText() {}

    /** Returns the comparison as Markdown. */
    public static String of(GroundTruth truth) {
        List<String> parts = new ArrayList<>(List.of("## Against the true drawings", what(truth)));
        tables(truth).forEach((title, table) -> {
            parts.add(title + ":");
            parts.add(table.markdown());
        });
        parts.add(confusion(truth.confusion()));
        return String.join("\n\n", parts);
    }

    static String what(GroundTruth truth) {
        return truth.people()
                + " people, each at ten ages; mean absolute difference of the output and of the unchanged input from the true"
                + " drawing in 1/255.";
    }

    /** Returns the tables by title. */
    static Map<String, Table> tables(GroundTruth truth) {
        var groups = rows(truth.groups(), AgeGroup::label);
        groups.add(row("all", truth.total()));
        // In this order.
        Map<String, Table> tables = new LinkedHashMap<>();
        tables.put("By target group, inside the face", table("target", groups));
        tables.put(
                "By the number of groups between a person's own and the target",
                table("groups between", rows(truth.gaps(), String::valueOf)));
        tables.put(
                "By what changes with age, where that alone changes the drawing",
                table("factor", rows(truth.factors(), factor -> factor.name().toLowerCase(Locale.ROOT))));
        tables.put("Which age of the ten an output is nearest to", ages(truth.confusion()));
        return tables;
    }

    private static Table table(String what, List<List<String>> rows) {
        return new Table(List.of(what, "output", "input", "background"), rows);
    }

    private static <K> List<List<String>> rows(Map<K, GroundTruth.Errors> errors, Function<K, String> name) {
        List<List<String>> rows = new ArrayList<>();
        errors.forEach((key, each) -> rows.add(row(name.apply(key), each)));
        return rows;
    }

    private static List<String> row(String name, GroundTruth.Errors errors) {
        return List.of(
                name,
                ReportTables.number(errors.output(), 2),
                ReportTables.number(errors.input(), 2),
                ReportTables.number(errors.background(), 2));
    }

    private static Table ages(Confusion confusion) {
        List<String> head = new ArrayList<>(List.of("target"));
        List<List<String>> rows = new ArrayList<>();
        confusion.ages().forEach((group, counts) -> {
            head.add(group.label());
            List<String> row = new ArrayList<>(List.of(group.label()));
            Arrays.stream(counts).mapToObj(String::valueOf).forEach(row::add);
            rows.add(row);
        });
        return new Table(head, rows);
    }

    /** Describes the confusion in a few words. */
    static String confusion(Confusion confusion) {
        return String.format(
                Locale.ROOT,
                "Nearest to its target age: %.0f %%. Nearest to the right one of %d people drawn at the target age: %.0f %%;"
                        + " of untouched inputs %.0f %%.",
                100 * confusion.exactAges(),
                confusion.candidates(),
                100 * confusion.identities(),
                100 * confusion.inputIdentities());
    }
}
