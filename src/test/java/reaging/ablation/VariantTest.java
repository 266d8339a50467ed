package reaging.ablation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import reaging.run.RunConfig;

class VariantTest {
    private static final AblationOptions OPTIONS = new AblationOptions("tiny-32", 10, 3, List.of("whole"), 20);

    private static List<String> names(String... options) {
        return Variant.of(List.of(options)).stream().map(Variant::name).toList();
    }

    @Test
    void variantsAreInTheOrderOfTheTableAndOnlyOnce() {
        assertEquals(List.of("whole", "without cycle"), names("Cycle", "WHOLE", "cycle"));
    }

    @Test
    void everyVariantIsAnotherRunOfTheSameLength() {
        List<RunConfig> runs = Variant.ALL.stream()
                .map(variant -> OPTIONS.run(variant, 1))
                .distinct()
                .toList();
        assertEquals(Ablation.values().length + 1, runs.size());
        runs.forEach(run -> assertEquals(10_000, run.training().schedule().images()));
    }

    @Test
    void seedsAreAllThatDiffersBetweenRunsOfAVariant() {
        var whole = Variant.ALL.get(0);
        var first = OPTIONS.run(whole, 0);
        var second = OPTIONS.run(whole, 1);
        assertNotEquals(first, second);
        assertEquals(first, second.withTraining(second.training().withSeed(0)));
    }
}
