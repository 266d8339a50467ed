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

    @Test
    void theCommandDoesNotWriteToTheTerminalOfTheOneThatMeasuresIt() {
        assertEquals(
                List.of("-Dragan.home=here"),
                ColdStart.options(List.of("-Dragan.terminal=/dev/fd/3", "-Dragan.home=here")));
    }
}
