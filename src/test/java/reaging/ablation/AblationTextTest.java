package reaging.ablation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import reaging.data.AgeGroup;
import reaging.evaluation.report.ReportJson;
import reaging.evaluation.truth.Confusion;
import reaging.evaluation.truth.Factor;
import reaging.evaluation.truth.GroundTruth;
import reaging.evaluation.truth.GroundTruth.Errors;

class AblationTextTest {
    /** Of outputs with this error; inputs have 20, and 30 far away. */
    private static GroundTruth truth(double error, double background, double ages, double identities) {
        return new GroundTruth(
                50,
                Map.of(AgeGroup.AGES_70_PLUS, new Errors(error, 20, background)),
                Map.of(9, new Errors(error + 5, 30, background)),
                new Errors(error + 5, 30, background),
                Map.of(Factor.HAIR, new Errors(error, 20, Double.NaN)),
                new Errors(error, 20, background),
                new Confusion(Map.of(AgeGroup.AGES_70_PLUS, new int[] {0, 3}), ages, 10, identities, .975));
    }

    private static AblationReport report() {
        Map<String, List<GroundTruth>> truths = new LinkedHashMap<>();
        truths.put("whole", List.of(truth(10, .5, .5, .9), truth(14, .5, .7, 1)));
        truths.put("without cycle", List.of(truth(18.126, 0, .1, .2), truth(18.126, 1, .1, .3)));
        return AblationReport.of("tiny-32", 10, truths);
    }

    private static List<String> table(AblationReport report) {
        return AblationText.of(report)
                .lines()
                .filter(line -> line.startsWith("|"))
                .toList();
    }

    @Test
    void tableHasMeansAndDeviationsBesideTheUntouchedInput() {
        assertEquals(
                List.of(
                        "| variant | face error | far error | background error | right age, % | right person, % |",
                        "| --- | --- | --- | --- | --- | --- |",
                        "| untouched input | 20.00 | 30.00 | 0.00 | 10.0 | 97.5 |",
                        "| whole | 12.00 ± 2.83 | 17.00 ± 2.83 | 0.50 ± 0.00 | 60.0 ± 14.1 | 95.0 ± 7.1 |",
                        "| without cycle | 18.13 ± 0.00 | 23.13 ± 0.00 | 0.50 ± 0.71 | 10.0 ± 0.0 | 25.0 ± 7.1 |"),
                table(report()));
    }

    @Test
    void textSaysTheBudgetAndWhatEachColumnIs() {
        var text = AblationText.of(report());
        assertTrue(text.contains("tiny-32, 10 kimg per run, 2 seeds per variant"), text);
        assertTrue(text.contains("measured on 50 synthetic people that no run saw"), text);
        for (var measure : TruthMeasure.values()) {
            assertTrue(text.contains("\n- " + measure.title() + ": "), measure.title());
        }
    }

    @Test
    void oneSeedHasNoDeviation() {
        var report = AblationReport.of("tiny-32", .5, Map.of("whole", List.of(truth(10, .5, .5, .9))));
        assertEquals(
                "| whole | 10.00 | 15.00 | 0.50 | 50.0 | 90.0 |", table(report).get(3));
        assertTrue(AblationText.of(report).contains("0.5 kimg per run, one seed per variant"));
    }

    @Test
    void jsonHasTheValuesOfAllSeeds() {
        var json = JsonParser.parseString(ReportJson.of(report())).getAsJsonObject();
        assertEquals(30, json.getAsJsonObject("input").get("farError").getAsDouble());
        var face = json.getAsJsonObject("variants").getAsJsonObject("whole").getAsJsonObject("faceError");
        assertEquals(12, face.get("mean").getAsDouble());
        assertEquals(Math.sqrt(8), face.get("deviation").getAsDouble(), 1e-6);
        assertEquals("[10.0,14.0]", face.get("values").toString());
    }

    @Test
    void truthComesBackFromItsJson() {
        var truth = truth(10.25, .5, .5, .9);
        var text = ReportJson.of(truth);
        var back = ReportJson.truth(text);
        assertEquals(text, ReportJson.of(back));
        assertEquals(truth.groups(), back.groups());
        assertEquals(truth.gaps(), back.gaps());
        assertEquals(truth.factors(), back.factors());
        assertEquals(truth.far(), back.far());
        assertEquals(3, back.confusion().ages().get(AgeGroup.AGES_70_PLUS)[1]);
    }
}
