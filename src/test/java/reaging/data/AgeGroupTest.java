package reaging.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AgeGroupTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0-2",
        "2.99, 0-2",
        "3, 3-6",
        "9.5, 7-9",
        "10, 10-14",
        "19, 15-19",
        "20, 20-29",
        "69.9, 50-69",
        "70, 70-120",
        "120, 70-120"
    })
    void everyAgeHasItsGroup(double age, String label) {
        assertEquals(label, AgeGroup.of(age).label());
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, 120.5, Double.NaN, Double.POSITIVE_INFINITY})
    void anythingElseIsAnErrorThatNamesTheRange(double age) {
        var error = assertThrows(IllegalArgumentException.class, () -> AgeGroup.of(age));
        assertTrue(error.getMessage().contains("0 to 120"), error.getMessage());
    }

    @Test
    void centresStandForTheGroups() {
        assertArrayEquals(new double[] {1, 4.5, 8, 12, 17, 24.5, 34.5, 44.5, 59.5, 80}, AgeGroup.centres());
    }
}
