package reaging.evaluation.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import reaging.evaluation.figures.Row;
import reaging.evaluation.figures.Subgroup;
import reaging.evaluation.figures.Subgroups;

/** What reports say of people of each kind. */
public final class SubgroupText {
    public static final String HEADING = "By sex and skin tone";

    /** What is in the table, and what it is not. */
    public static final String MEANING =
            "How the model does for people of each kind, and the copy of the input beside it, whose identity is 1. A dash:"
                    + " fewer than ten people. Sex: as the data say. Skin tone: the class of the individual typology angle"
                    + " (Chardon et al. 1991; Del Bino and Bernerd 2013), the median over cheeks and nose of the input at the"
                    + " model's size. Lighting, exposure and white balance move it by a class and more: compare rows, and take"
                    + " no row for a fact about a person. Black-and-white photos have none. Estimator: mean error of the age"
                    + " estimator on the inputs themselves, in years; where it differs, or where people's ages do, so may the"
                    + " age error without the model's doing. The targets of the age error, the scale of identity and the"
                    + " threshold of verified are those of all people together.";

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

    /** Null for too few people. */
    private static String number(Row row, ToDoubleFunction<Row> figure, int digits) {
        return ReportTables.number(row == null ? Double.NaN : figure.applyAsDouble(row), digits);
    }
}
