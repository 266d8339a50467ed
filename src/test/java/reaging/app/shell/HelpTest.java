package reaging.app.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class HelpTest {
    @Test
    void everyWordOfTheShellIsExplained() {
        var words = Arrays.stream(Shell.class.getDeclaredMethods())
                .filter(method -> java.lang.reflect.Modifier.isPublic(method.getModifiers()))
                .map(Method::getName)
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(words, new TreeSet<>(Help.names()));
    }

    @Test
    void linesFitATerminalOf100Columns() {
        Help.all().lines().forEach(line -> assertTrue(line.length() <= 100, line));
    }

    @Test
    void unknownWordGetsTheKnownOnes() {
        assertTrue(Help.of("sing").contains("there are open, person, "), Help.of("sing"));
    }
}
