package reaging.evaluation.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reaging.data.AgeGroup;
import reaging.data.Masks;
import reaging.data.folders.FaceFile;
import reaging.data.folders.FaceFolder;
import reaging.evaluation.Evaluation;
import reaging.evaluation.Gallery;
import reaging.evaluation.Report;
import reaging.evaluation.ReportInputs;
import reaging.evaluation.predictions.FaceImages;
import reaging.evaluation.predictions.ReAgedPerson;
import reaging.evaluation.predictions.ReAgedPerson.Closeness;
import reaging.evaluation.predictions.RealFaces;
import reaging.evaluation.predictions.Strangers;
import reaging.evaluation.predictions.Subjects;
import reaging.evaluation.predictions.UnmaskedPerson;
import reaging.evaluation.report.HtmlReport;
import reaging.evaluation.report.ReportJson;
import reaging.evaluation.report.ReportText;
import reaging.evaluation.report.SubgroupText;
import reaging.networks.Prediction;
import reaging.pictures.Pictures;

/**
 * Made-up predictions: 12 men who come out two years too old, 9 women and 1 of unknown sex who come out six years too old and a
 * little less alike. All are 25 and estimated at 28.
 */
class SubgroupsTest {
    private static final Strangers STRANGERS = new Strangers(100, .5, .7);
    private static final Subjects SUBJECTS = new Subjects(
            joined(joined(times(12, "male"), times(9, "female")), times(1, "not known")),
            joined(joined(times(2, "dark"), times(10, "light")), times(10, "very light")));

    @TempDir
    private Path folder;

    private static <T> List<T> times(int count, T label) {
        return Collections.nCopies(count, label);
    }

    private static <T> List<T> joined(List<T> first, List<T> second) {
        List<T> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }

    private static Prediction seen(double years, double cosine) {
        return new Prediction(
                years, new float[0], new float[] {(float) cosine, (float) Math.sqrt(1 - cosine * cosine)});
    }

    private static ReAgedPerson person(double tooOld, double cosine) {
        var same = new Closeness(0, 100, 1);
        return new ReAgedPerson(
                IntStream.range(0, AgeGroup.COUNT)
                        .mapToObj(target -> seen(AgeGroup.centres()[target] + tooOld, cosine))
                        .toList(),
                new double[AgeGroup.COUNT],
                Collections.nCopies(AgeGroup.COUNT, same),
                same);
    }

    /** People without masks: one picture in two has a corner that is off. */
    private static List<UnmaskedPerson> unmasked() {
        return joined(times(11, 20), times(11, 4)).stream()
                .map(corner -> new UnmaskedPerson(List.of(), new double[0], new UnmaskedPerson.Closeness(corner, 3)))
                .toList();
    }

    /** Real faces of each group, estimated at its centre: the targets of the age error. */
    private static RealFaces reference() {
        var ages = IntStream.range(0, AgeGroup.COUNT)
                .mapToObj(group -> AgeGroup.centres()[group])
                .toList();
        return new RealFaces(
                IntStream.range(0, AgeGroup.COUNT).boxed().toList(),
                ages,
                ages.stream().map(age -> seen(age, 1)).toList());
    }

    private static Report report(Subjects subjects) {
        int count = 22;
        var inputs = new RealFaces(
                IntStream.range(0, count).boxed().toList(),
                Collections.nCopies(count, 25.0),
                Collections.nCopies(count, seen(28, 1)));
        var people = joined(Collections.nCopies(12, person(2, .8)), Collections.nCopies(10, person(6, .6)));
        var faces = new FaceFolder(
                "faces",
                Collections.nCopies(count, new FaceFile("face", 25, Path.of("face.png"), null, Map.of())),
                Masks.NONE);
        return new ReportInputs(inputs, reference(), people, unmasked(), subjects, STRANGERS, 0)
                .report(
                        new Report.Heading("a model", "faces", 64, Map.of(), List.of()),
                        Calibration.of(inputs, STRANGERS, Double.NaN),
                        null,
                        null,
                        faces);
    }

    private static List<String> row(String name) {
        return SubgroupText.table(report(SUBJECTS).subgroups()).rows().stream()
                .filter(row -> row.get(0).equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void rowsByHand() {
        double copyError = IntStream.range(0, AgeGroup.COUNT)
                .mapToDouble(group -> Math.abs(28 - AgeGroup.centres()[group]))
                .average()
                .orElseThrow();
        var men = report(SUBJECTS).subgroups().sex().get("male");
        assertEquals(12, men.people());
        assertEquals(3, men.estimatorError(), 1e-9);
        assertEquals(120, men.methods().get("model").images());
        assertEquals(2, men.methods().get("model").ageError(), 1e-9);
        assertEquals(.6, men.methods().get("model").identity(), 1e-6); // cosine .8 where strangers have .5
        assertEquals(1, men.methods().get("model").verified(), 1e-9);
        assertEquals(2 * .95 * .6 / 1.55, men.methods().get("model").hcs(), 1e-6);
        assertEquals(copyError, men.methods().get("copy").ageError(), 1e-9);
        assertEquals(1, men.methods().get("copy").identity(), 1e-6);
        // Two of the men have dark skin, ten light.
        assertEquals(
                List.of("skin tone: light", "10", "3.0", "2.0", "0.60", "1.00", "0.735"),
                row("skin tone: light").subList(0, 7));
        assertEquals(
                List.of("skin tone: very light", "10", "3.0", "6.0", "0.20", "0.00", "0.324"),
                row("skin tone: very light").subList(0, 7));
        assertEquals("3.8", row("all").get(3)); // (12 * 2 + 10 * 6) / 22
        assertEquals("22", row("all").get(1));
    }

    @Test
    void fewerThanTenPeopleAreADash() {
        var women = report(SUBJECTS).subgroups().sex().get("female");
        assertEquals(9, women.people());
        assertEquals(Map.of(), women.methods());
        assertEquals(List.of("sex: female", "9", "–", "–", "–", "–", "–", "–", "–"), row("sex: female"));
        assertEquals("1", row("sex: not known").get(1));
        assertEquals("2", row("skin tone: dark").get(1));
        assertEquals("0", row("skin tone: brown").get(1));
    }

    @Test
    void closenessWithoutAMaskIsTheMeanOfThePeoples() {
        var report = report(SUBJECTS);
        assertEquals(12, report.withoutMask().corner(), 1e-9);
        assertTrue(ReportText.of(report).contains("| in the worst of the four corners | 12.00 |"));
        assertFalse(report.methods().containsKey("unmasked"), "these people have no masks");
    }

    @Test
    void itIsInAllThreeForms() {
        var report = report(SUBJECTS);
        var json =
                JsonParser.parseString(ReportJson.of(report)).getAsJsonObject().getAsJsonObject("subgroups");
        assertEquals(
                9,
                json.getAsJsonObject("sex")
                        .getAsJsonObject("female")
                        .get("people")
                        .getAsInt());
        assertTrue(json.getAsJsonObject("sex")
                .getAsJsonObject("female")
                .get("estimatorError")
                .isJsonNull());
        assertEquals(
                .2,
                json.getAsJsonObject("skinTone")
                        .getAsJsonObject("very light")
                        .getAsJsonObject("methods")
                        .getAsJsonObject("model")
                        .get("identity")
                        .getAsDouble(),
                1e-6);
        var text = ReportText.of(report);
        assertTrue(text.contains("## By sex and skin tone\n\n" + SubgroupText.MEANING + "\n\n| "), text);
        assertTrue(text.contains("| sex: female | 9 | – |"), text);
        var pictures = new HashMap<String, List<BufferedImage>>();
        report.worst()
                .forEach((measure, cases) -> pictures.put(
                        measure,
                        Collections.nCopies(cases.size(), new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB))));
        var gallery = new Gallery(new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB), pictures);
        var page = HtmlReport.of(new Evaluation.Result(report, gallery));
        assertTrue(page.contains("<h2>By sex and skin tone</h2>"));
        assertTrue(page.contains("<tr><td>sex: female</td><td>9</td><td>–</td>"));
    }

    @Test
    void nothingIsSaidOfSyntheticPeople() {
        var report = report(null);
        assertEquals(null, report.subgroups());
        assertTrue(!ReportText.of(report).contains(SubgroupText.HEADING));
    }

    @Test
    void subjectsAreOfTheDataAndThePhotos() {
        var faces = new FaceFolder(
                "faces",
                List.of(
                        face("24_1_0_20170116172920163.jpg.chip.jpg", 0x3f2b24, Map.of()),
                        face("00001", 0xf4d0b1, Map.of("gender", "male")),
                        face("00002", 0x808080, Map.of())),
                Masks.NONE);
        var images = new FaceImages(faces, 32, notice -> {});
        var subjects = Subjects.of(faces, images, List.of(2, 0, 1));
        assertEquals(List.of("not known", "female", "male"), subjects.sexes());
        assertEquals(List.of("not known", "dark", "very light"), subjects.skinTones());
    }

    private FaceFile face(String label, int rgb, Map<String, String> others) {
        var picture = new BufferedImage(32, 32, BufferedImage.TYPE_INT_RGB);
        picture.setRGB(
                0,
                0,
                32,
                32,
                Collections.nCopies(32 * 32, rgb).stream().mapToInt(i -> i).toArray(),
                0,
                32);
        var file = folder.resolve(rgb + ".png");
        Pictures.write(picture, file);
        return new FaceFile(label, 25, file, null, others);
    }
}
