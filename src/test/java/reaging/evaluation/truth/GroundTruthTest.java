package reaging.evaluation.truth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import reaging.data.AgeGroup;
import reaging.data.synthetic.SyntheticFaces;

@Tag("slow")
class GroundTruthTest {
    private static final SyntheticFaces PEOPLE = new SyntheticFaces(10, 5, 32);

    private static Confusion confusion(boolean perfect) {
        var counting = new Confusion.Counting(PEOPLE);
        for (int person = 0; person < PEOPLE.size(); person++) {
            var drawn = TrueDrawings.of(PEOPLE, person);
            counting.add(person, drawn, perfect ? drawn.truths() : Collections.nCopies(AgeGroup.COUNT, drawn.input()));
        }
        return counting.result();
    }

    @Test
    void truthIsConfusedWithNothing() {
        var perfect = confusion(true);
        assertEquals(1, perfect.exactAges(), 1e-9);
        assertEquals(1, perfect.identities(), 1e-9);
        assertEquals(PEOPLE.size(), perfect.ages().get(AgeGroup.AGES_40_49)[AgeGroup.AGES_40_49.index()]);
    }

    @Test
    void copiesAreAtTheirOwnAge() {
        var copies = confusion(false);
        assertTrue(copies.exactAges() < .2, "a tenth of the targets: " + copies.exactAges());
        assertEquals(copies.inputIdentities(), copies.identities(), 1e-9);
    }

    @Test
    void factorsChangeDifferentPixelsAndTogetherNearlyAll() {
        var own = PEOPLE.draw(9, Factor.HAIR.alone(25, 25));
        List<Integer> changed = new ArrayList<>();
        for (var factor : Factor.values()) {
            var alone = PEOPLE.draw(9, factor.alone(25, 80)).image();
            int pixels = 0;
            for (int at = 0; at < 32 * 32; at++) {
                pixels += alone.getRGB(at % 32, at / 32) == own.image().getRGB(at % 32, at / 32) ? 0 : 1;
            }
            changed.add(pixels);
        }
        assertTrue(changed.stream().allMatch(pixels -> pixels > 30 && pixels < 32 * 32), changed.toString());
    }

    @Test
    void differenceIsInLevels() {
        var difference = new Difference();
        difference.add(new float[1][2][3], new float[][][] {{{1, 1, 1}, {.2f, .2f, .2f}}}, (y, x) -> x == 1);
        assertEquals(25.5, difference.mean(), 1e-4);
    }
}
