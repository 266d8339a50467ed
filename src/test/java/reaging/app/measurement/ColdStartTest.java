package reaging.app.measurement;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class ColdStartTest {
    @Test
    void theCommandDoesNotWaitForTheFilterOfTheOneThatMeasuresIt() {
        assertEquals(
                List.of("-Xmx1g", "-Dragan.home=here"),
                ColdStart.options(List.of("-Xmx1g", "-Dragan.filter=5943", "-Dragan.home=here")));
    }
}
