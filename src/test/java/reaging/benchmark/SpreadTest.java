package reaging.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class SpreadTest {
    @Test
    void theMedianIsTheMiddleInOrder() {
        assertEquals(new Spread(2, 1, 9), Spread.of(9, 1, 2));
    }

    @Test
    void ofTwoTheMedianIsTheUpper() {
        assertEquals(new Spread(4, 3, 4), Spread.of(4, 3));
    }

    @Test
    void oneIsAllThree() {
        assertEquals(new Spread(5, 5, 5), Spread.of(5));
    }
}
