package reaging.run.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reaging.data.folders.DataFormat;
import reaging.data.folders.Pruning;
import reaging.pictures.Pictures;
import reaging.run.Incident;
import reaging.run.Memory;
import reaging.run.Metrics;
import reaging.run.RunConfig;
import reaging.run.RunFolder;
import reaging.run.TrainingListener;
import reaging.run.TrainingLog;
import reaging.training.TinyTraining;

class RunPageTest {
    @TempDir
    private Path folder;

    private RunFolder run;

    @BeforeEach
    void newRun() {
        run = RunFolder.create(
                folder,
                "faces",
                new RunConfig(
                        "a<b>.png", DataFormat.AUTO, Pruning.CONFIDENCE, TinyTraining.MODEL, TinyTraining.CONFIG));
    }

    private String page() throws IOException {
        RunPage.write(run);
        return Files.readString(run.page());
    }

    @Test
    void runThatHasJustBegunHasAPage() throws IOException {
        assertTrue(page().contains("<h1>00000-faces-smallest</h1>"));
    }

    @Test
    void pageHoldsCurvesGridsTroubleAndConfiguration() throws IOException {
        try (var log = new TrainingLog(run.log(), 0)) {
            log.write(new Incident(20, 30, "losses must be numbers", 1, 0.001f));
            for (int step = 1; step <= 3; step++) {
                log.write(report(step));
            }
        }
        Files.writeString(run.log(), Files.readString(run.log()) + "{\"step\":4,\"los");
        for (int grid = 0; grid < 20; grid++) {
            var picture = new BufferedImage(2000, 100, BufferedImage.TYPE_INT_RGB);
            Pictures.write(picture, run.samples().resolve(String.format("kimg-%06.1f.png", grid / 10.0)));
        }
        var page = page();
        assertEquals(8, count("data:image/png;base64,iVBOR", page), "curves");
        assertEquals(8, count("data:image/jpeg;base64,/9j/", page), "grids");
        assertTrue(page.contains(">kimg-0000.0<") && page.contains(">kimg-0001.9<"), "the first and the last grid");
        assertTrue(page.contains("step 30: losses must be numbers; back to step 20"), page);
        assertTrue(page.contains("3.0 kimg in 3 steps, 1m 15s of training"));
        assertTrue(page.contains("&quot;seed&quot;: 5"));
        assertTrue(page.contains("a\\u003cb\\u003e.png"));
        assertFalse(Pattern.compile("src=\"(?!data:)|https?://").matcher(page).find(), "needs no other file");
    }

    @Test
    void onlyARunWithAnIdentityLossHasACurveOfIt() {
        var without = Curves.OF_REPORTS.stream().filter(curves -> !curves.showAny(List.of(report(1, 0))));
        assertEquals(List.of("Identity loss"), without.map(Curves::title).toList());
        assertTrue(Curves.OF_REPORTS.stream().allMatch(curves -> curves.showAny(List.of(report(1, 0.1)))));
    }

    private static TrainingListener.Report report(int step) {
        return report(step, 0);
    }

    private static TrainingListener.Report report(int step, double identity) {
        Double heldOut = step == 2 ? 0.1 : null;
        var memory = new Memory(2_000_000_000, 100_000_000);
        return new TrainingListener.Report(
                step,
                1000L * step,
                step,
                new Metrics(1, 1, 0, 0.1, 1, 0.2, 0.3, identity, 0, 0.9, 1),
                0.01f,
                40,
                25 * step,
                memory,
                heldOut);
    }

    private static long count(String text, String page) {
        return Pattern.compile(Pattern.quote(text)).matcher(page).results().count();
    }

    @Test
    void durationsAreWrittenAsTheFieldDoes() {
        assertEquals("4s", Durations.text(4.2));
        assertEquals("3m 04s", Durations.text(184));
        assertEquals("2h 03m 04s", Durations.text(7384));
        assertEquals("1d 02h 03m", Durations.text(86_400 + 7384));
        assertEquals("1m 00s", Durations.text(59.9));
    }
}
