package reaging;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class TestSummaryTest {
    @Test
    void countsTheTestsThatRan() {
        assertEquals("tests: 2 run, none skipped", TestSummary.text(List.of("", "")));
    }

    @Test
    void countsTheSkippedTestsByReason() {
        assertEquals(
                "tests: 1 run, 3 skipped: 2 (no Python), 1 (no browser)",
                TestSummary.text(List.of("no Python", "", "no browser", "no Python")));
    }
}
