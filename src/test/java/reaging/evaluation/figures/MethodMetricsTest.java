package reaging.evaluation.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import reaging.data.AgeGroup;
import reaging.evaluation.predictions.RealFaces;
import reaging.evaluation.predictions.Strangers;
import reaging.networks.Prediction;

/** Figures of made-up predictions: features of one number, descriptors in a plane. */
class MethodMetricsTest {
    private static final Strangers STRANGERS = new Strangers(100, .5, .9);

    private static Prediction seen(double years, double cosine) {
        return new Prediction(
                years, new float[] {(float) years}, new float[] {(float) cosine, (float) Math.sqrt(1 - cosine * cosine)
                });
    }

    /** In each group so many real faces, estimated at the centre's age. */
    private static RealFaces real(int ofEach) {
        List<Double> ages = new ArrayList<>();
        List<Prediction> predictions = new ArrayList<>();
        for (var group : AgeGroup.values()) {
            for (int i = 0; i < ofEach; i++) {
                ages.add(group.centre());
                predictions.add(seen(group.centre(), 1));
            }
        }
        return new RealFaces(IntStream.range(0, ages.size()).boxed().toList(), ages, predictions);
    }

    private static MethodMetrics figures(Method method, int people, RealFaces real) {
        return MethodMetrics.of(
                method,
                Collections.nCopies(people, seen(25, 1)),
                Collections.nCopies(people, 25.0),
                real,
                STRANGERS,
                0);
    }

    @Test
    void copyHasPerfectIdentityAndTheAgeErrorOfItsOwnAge() {
        var copy = figures(Method.copy(List.of(seen(25, 1))), 1, real(1));
        assertEquals(24, copy.groups().get(AgeGroup.AGES_0_2).ageError(), 1e-9);
        assertEquals(.5, copy.groups().get(AgeGroup.AGES_20_29).ageError(), 1e-9);
        assertEquals(1, copy.total().identity(), 1e-6);
        assertEquals(1, copy.total().verified(), 1e-9);
        assertEquals(0, copy.total().background(), 1e-9);
        assertTrue(Double.isNaN(copy.order().spearman()));
        assertEquals(1, copy.order().neverFalls(), 1e-9);
        assertEquals(3, copy.gaps().get(0).images() + copy.gaps().get(4).images());
        // Four groups and more from 20-29 are 0-2, 3-6 and 70-120.
        assertEquals(3, copy.far().images());
        assertEquals((24 + 20.5 + 55) / 3, copy.far().ageError(), 1e-9);
        assertEquals(1, copy.far().identity(), 1e-6);
    }

    @Test
    void modelByHand() {
        // Two years too old everywhere; cosine .8 is identity .6 where strangers have .5, and below the threshold.
        var outputs = IntStream.range(0, AgeGroup.COUNT)
                .mapToObj(i -> seen(AgeGroup.centres()[i] + 2, .8))
                .toList();
        var model = figures(new Method("model", List.of(outputs), List.of(new double[AgeGroup.COUNT])), 1, real(1));
        assertEquals(2, model.total().ageError(), 1e-9);
        assertEquals(.8, model.total().cosine(), 1e-6);
        assertEquals(.6, model.total().identity(), 1e-6);
        assertEquals(0, model.total().verified(), 1e-9);
        assertEquals(2 * .95 * .6 / 1.55, model.total().hcs(), 1e-6);
        assertEquals(1, model.order().spearman(), 1e-9);
        assertEquals(1, model.order().rising(), 1e-9);
    }

    @Test
    void groupOfFewerThanTenImagesHasNoDistances() {
        var outputs = Method.copy(Collections.nCopies(12, seen(25, 1)));
        var few = figures(outputs, 12, real(9)).groups().get(AgeGroup.AGES_20_29);
        assertTrue(Double.isNaN(few.kid()) && Double.isNaN(few.frechet()));
        var enough = figures(outputs, 12, real(10)).groups().get(AgeGroup.AGES_20_29);
        assertEquals(.25, enough.frechet(), 1e-6); // 25 against 24.5 years, no variance
        assertTrue(enough.kid() > 0);
    }

    @Test
    void nearestIsSomebodyElseOfTheTargetGroup() {
        var faces = real(2);
        var nearest = Method.nearest(faces, faces.size(), 3);
        for (int person = 0; person < faces.size(); person++) {
            for (var group : AgeGroup.values()) {
                var shown = nearest.outputs().get(person).get(group.index());
                assertEquals(group.centre(), shown.years(), 1e-9);
                assertNotSame(faces.predictions().get(person), shown, "person " + person);
            }
        }
    }

    @Test
    void strangersAreNeverOnePerson() {
        // Positions 0 and 1 are one person, alike; the third is at a right angle to both.
        var faces = List.of(seen(20, 1), seen(40, 1), seen(20, 0));
        Strangers.SamePerson same = (one, other) -> one / 2 == other / 2;
        var strangers = Strangers.among(faces, same, 1);
        assertEquals(0, strangers.meanCosine(), 1e-6);
        assertEquals(1, Strangers.auc(faces, same, 1), 1e-9);
        assertTrue(Double.isNaN(Strangers.auc(faces, Strangers.SamePerson.NEVER, 1)));
    }
}
