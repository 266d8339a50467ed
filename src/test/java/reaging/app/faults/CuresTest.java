package reaging.app.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import reaging.SourceFiles;

/** Below {@code app} cures are plain words; the person at the command line reads what to type. */
class CuresTest {
    @Test
    void whoeverTypedACommandReadsTheNextOne() {
        var line = Message.of(new IllegalArgumentException("x must be there but is not; install the networks"));
        assertEquals("x must be there but is not; run \"ragan networks install\"", line);
    }

    @Test
    void everyCureIsNamedBySomeMessage() throws IOException {
        var unused = new TreeSet<>(Cures.WORDS.keySet());
        for (Path file : SourceFiles.belowTheCommandLine()) {
            var text = SourceFiles.withoutLineBreaksInStrings(file);
            unused.removeIf(text::contains);
        }
        assertTrue(unused.isEmpty(), unused.toString());
    }
}
