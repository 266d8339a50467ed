package reaging.ablation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import reaging.evaluation.report.Table;

/** Writes the report of an ablation as Markdown. */
public final class AblationText {
    private AblationText() {}

    /** Returns the whole text. */
    public static String of(AblationReport report) {
        return String.join(
                        "\n\n",
                        "# What does each part contribute?",
                        what(report),
                        table(report).markdown(),
                        MEANING) + "\n";
    }

    private static String what(AblationReport report) {
        return "Preset " + report.preset() + ", "
                + BigDecimal.valueOf(report.kimg()).stripTrailingZeros().toPlainString()
                + " kimg per run, " + (report.seeds() == 1 ? "one seed" : report.seeds() + " seeds")
                + " per variant, all on the same synthetic faces; measured on " + report.people()
                + " synthetic people that no run saw, each at the ten age groups' centres."
                + (report.seeds() == 1 ? "" : " Mean ± standard deviation over the seeds.");
    }

    private static Table table(AblationReport report) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(row("untouched input", report.input(), TruthMeasure::text));
        report.variants().forEach((name, spreads) -> rows.add(row(name, spreads, TruthMeasure::text)));
        List<String> head = new ArrayList<>(List.of("variant"));
        measures().map(TruthMeasure::title).forEach(head::add);
        return new Table(head, rows);
    }

    private static <V> List<String> row(
            String name, Map<TruthMeasure, V> values, BiFunction<TruthMeasure, V, String> text) {
        List<String> row = new ArrayList<>(List.of(name));
        measures().map(measure -> text.apply(measure, values.get(measure))).forEach(row::add);
        return row;
    }

    private static Stream<TruthMeasure> measures() {
        return Arrays.stream(TruthMeasure.values());
    }

    /** The meaning of the columns, one per line. */
    private static final String MEANING = measures()
            .map(measure -> "- " + measure.title() + ": " + measure.meaning() + ".")
            .collect(Collectors.joining("\n"));
}
