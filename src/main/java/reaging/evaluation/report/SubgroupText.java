package reaging.evaluation.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import reaging.evaluation.figures.Row;
import reaging.evaluation.figures.Subgroup;
import reaging.evaluation.figures.Subgroups;

/** Writes the results for subgroups of people. */
public final class SubgroupText {
    public static final String HEADING = "By sex and skin tone";

    /** The meaning of the table, and its limits. */
    public static final String MEANING =
            "Results for subgroups of people, compared with a copy of the input, whose identity is 1. A dash:"
                    + " fewer than ten people. Sex: according to the data. Skin tone: the class of the individual typology angle"
                    + " (Chardon et al. 1991; Del Bino and Bernerd 2013), the median over cheeks and nose of the input at the"
                    + " model's size. Lighting, exposure and white balance move it by a class or more, so use it to compare"
                    + " rows, not to describe a person. Black-and-white photos have none. Estimator: mean error of the age"
                    + " estimator on the inputs themselves, in years; if it or people's ages differ between rows, the age"
                    + " error may differ regardless of the model. The targets of the age error, the scale of identity and"
                    + " the threshold of verified are those of all people together.";

    private static final List<String> HEAD = List.of(
            "", "people", "estimator", "age error", "identity", "verified", "HCS", "age error of copy", "HCS of copy");

    private SubgroupText() {}

    public static Table table(Subgroups subgroups) {
        List<List<String>> rows = new ArrayList<>();
        subgroups.sex().forEach((label, subgroup) -> rows.add(row("sex: " + label, subgroup)));
        subgroups.skinTone().forEach((label, subgroup) -> rows.add(row("skin tone: " + label, subgroup)));
        rows.add(row("all", subgroups.all()));
        return new Table(HEAD, rows);
    }

    private static List<String> row(String name, Subgroup subgroup) {
        var model = subgroup.methods().get("model");
        var copy = subgroup.methods().get("copy");
        return List.of(
                name,
                String.valueOf(subgroup.people()),
                ReportTables.number(subgroup.estimatorError(), 1),
                number(model, Row::ageError, 1),
                number(model, Row::identity, 2),
                number(model, Row::verified, 2),
                number(model, Row::hcs, 3),
                number(copy, Row::ageError, 1),
                number(copy, Row::hcs, 3));
    }

    /** Formats a number; there is none for too few people. */
    private static String number(@Nullable Row row, ToDoubleFunction<Row> figure, int digits) {
        return ReportTables.number(row == null ? Double.NaN : figure.applyAsDouble(row), digits);
    }
}
