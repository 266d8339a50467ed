package reaging.app.options;

import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

class PythonInterpreterTest {
    @Test
    @ResourceLock(Resources.SYSTEM_PROPERTIES)
    void anEmptySettingNamesNoInterpreter() {
        var before = System.setProperty("RAGAN_PYTHON", "");
        try {
            assertFalse(PythonInterpreter.command().isEmpty());
        } finally {
            if (before == null) {
                System.clearProperty("RAGAN_PYTHON");
            } else {
                System.setProperty("RAGAN_PYTHON", before);
            }
        }
    }
}
