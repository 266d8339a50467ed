package reaging.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reaging.run.Metrics;

class DivergenceDetectorTest {
    private static final Metrics HEALTHY = step(0.7, 0.6, 0.9);

    private static Metrics step(double real, double fake, double diversity) {
        return new Metrics(real, fake, 0, 0.1, 1, 0.2, 0.2, 0, 0, diversity, 1);
    }

    private final DivergenceDetector guard = new DivergenceDetector(DivergenceChecks.ALL);

    @Test
    void healthyStepsAreLeftAlone() {
        for (int i = 0; i < 100; i++) {
            assertEquals(Optional.empty(), guard.trouble(HEALTHY));
        }
        assertTrue(guard.calm());
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY})
    void numberThatIsNoneIsSeenAtOnce(double value) {
        var trouble = guard.trouble(step(0.7, value, 0.9)).orElseThrow();
        assertTrue(trouble.startsWith("losses must be finite but are real 0.7, fake " + value), trouble);
        assertTrue(new DivergenceDetector(DivergenceChecks.NUMBERS)
                .trouble(step(0.7, value, 0.9))
                .isPresent());
    }

    @Test
    void discriminatorThatHasWonIsSeenAfterTenSteps() {
        var trouble = afterTenSteps(step(0.001, 0.002, 0.9));
        assertEquals("the discriminator must be wrong now and then but its loss was below 0.01 for 10 steps", trouble);
    }

    @Test
    void discriminatorOutOfBoundsIsSeenAfterTenSteps() {
        var trouble = afterTenSteps(step(900, 200, 0.9));
        assertEquals("the discriminator's loss must stay in bounds but was above 1000.0 for 10 steps", trouble);
    }

    @Test
    void oneFaceForEverybodyIsSeenAfterTenSteps() {
        var trouble = afterTenSteps(step(0.7, 0.6, 0.005));
        assertEquals("re-aged faces must differ but were all the same for 10 steps (diversity 0.005)", trouble);
    }

    private String afterTenSteps(Metrics bad) {
        for (int i = 1; i < 10; i++) {
            assertEquals(Optional.empty(), guard.trouble(bad));
            assertFalse(guard.calm(), "no checkpoint of now");
        }
        return guard.trouble(bad).orElseThrow();
    }

    @Test
    void oneOddBatchIsNoCollapse() {
        var odd = step(0.001, 0.001, 0.001);
        for (int i = 0; i < 50; i++) {
            assertEquals(Optional.empty(), guard.trouble(i % 10 == 9 ? HEALTHY : odd));
        }
    }

    @Test
    void collapseIsLeftAloneWhereOnlyNumbersAreWatched() {
        var numbers = new DivergenceDetector(DivergenceChecks.NUMBERS);
        for (int i = 0; i < 50; i++) {
            assertEquals(Optional.empty(), numbers.trouble(step(0, 0, 0)));
        }
    }
}
