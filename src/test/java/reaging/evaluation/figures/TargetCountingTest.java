package reaging.evaluation.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import reaging.evaluation.predictions.RealFaces;
import reaging.evaluation.predictions.Strangers;
import reaging.networks.Prediction;

class TargetCountingTest {
    private static final Strangers STRANGERS = new Strangers(100, .5, .9);

    private static Prediction seen(double years, double cosine) {
        return new Prediction(
                years, new float[0], new float[] {(float) cosine, (float) Math.sqrt(1 - cosine * cosine)});
    }

    /** Real faces of 69 to 71 years, which the estimator takes for 62, and one of 30. */
    private static final RealFaces REAL = new RealFaces(
            IntStream.range(0, 6).boxed().toList(),
            List.of(69.0, 70.0, 70.0, 70.0, 71.0, 30.0),
            List.of(seen(60, 1), seen(62, 1), seen(62, 1), seen(62, 1), seen(64, 1), seen(30, 1)));

    private static TargetMetrics figures(RealFaces real, Prediction... outputs) {
        return new TargetCounting(List.of(30.0, 70.0), List.of(seen(25, 1)), real, STRANGERS)
                .figures(List.of(List.of(outputs)));
    }

    @Test
    void figuresByHand() {
        // Cosine .8 is identity .6 where strangers have .5.
        var figures = figures(REAL, seen(34, 1), seen(60, .8));
        var old = figures.targets().get("70");
        assertEquals(60, old.estimatedAge(), 1e-9);
        assertEquals(10, old.ageDifference(), 1e-9);
        assertEquals(2, old.ageError(), 1e-9);
        assertEquals(.8, old.cosine(), 1e-6);
        assertEquals(.6, old.identity(), 1e-6);
        assertEquals(2 * .75 * .6 / 1.35, old.hcs(), 1e-6);
        assertEquals(2 * .75 * .8 / 1.55, old.cosineHcs(), 1e-6);
        assertTrue(Double.isNaN(figures.targets().get("30").ageError()), "one real face is too few");
        assertEquals(7, figures.total().ageDifference(), 1e-9);
        assertEquals(2, figures.total().ageError(), 1e-9);
        assertEquals(2, figures.total().images());
    }

    @Test
    void photosWithoutAgesHaveNoAgeError() {
        var none = new RealFaces(List.of(), List.of(), List.of());
        var figures = figures(none, seen(34, 1), seen(60, .8));
        assertTrue(Double.isNaN(figures.total().ageError()));
        assertEquals(7, figures.total().ageDifference(), 1e-9);
    }

    @Test
    void publishedScoreComesOutOfPublishedFigures() {
        // LATS: 22.1 years, cosine .798, score .574.
        var outputs = Collections.nCopies(2, seen(50, .798)).toArray(Prediction[]::new);
        var figures = new TargetCounting(List.of(27.9, 72.1), List.of(seen(25, 1)), REAL, STRANGERS)
                .figures(List.of(List.of(outputs)));
        assertEquals(.574, figures.total().cosineHcs(), .001);
    }
}
