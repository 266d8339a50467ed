package reaging.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The dialogue with a script; a shell stands in for Python. */
@DisabledOnOs(OS.WINDOWS)
class PythonScriptTest {
    private static final String SHELL = "/bin/sh";

    @TempDir
    private Path folder;

    private Path script(String text) throws IOException {
        return Files.writeString(folder.resolve("script"), text);
    }

    private String failure(String python, Path script) {
        return assertThrows(IllegalStateException.class, () -> new PythonScript(python, script, List.of()))
                .getMessage();
    }

    @Test
    void itIsReadyAndThenAnswersEachQuestion() throws IOException {
        var echo = script("echo \"{\\\"versions\\\": \\\"$1\\\"}\"; while read -r line; do echo \"[$line]\"; done");
        try (var dialogue = new PythonScript(SHELL, echo, List.of("Shell"))) {
            assertEquals("Shell", dialogue.ready().get("versions").getAsString());
            assertEquals(3, dialogue.ask("3").getAsJsonArray().get(0).getAsInt());
            assertEquals(4, dialogue.ask("4").getAsJsonArray().get(0).getAsInt());
        }
    }

    @Test
    void aMissingInterpreterIsNamedWithACure() throws IOException {
        var message = failure(folder.resolve("python").toString(), script("exit 0"));
        assertTrue(message.contains(folder.resolve("python") + " cannot be started"), message);
        assertTrue(message.contains("pip install -r notebooks/requirements.txt"), message);
    }

    @Test
    void aMissingScriptIsNamed() {
        var message = failure(SHELL, folder.resolve("nowhere.py"));
        assertTrue(message.contains("nowhere.py but it is missing"), message);
    }

    @Test
    void aMissingPackageIsNamedWithItsCure() throws IOException {
        var torch = failure(SHELL, script("echo '{\"missing\": \"torch\"}'"));
        assertTrue(torch.contains("needs torch") && torch.contains("requirements-pytorch.txt"), torch);
        var keras = failure(SHELL, script("echo '{\"missing\": \"keras\"}'"));
        assertTrue(keras.contains("needs keras") && keras.contains("requirements.txt"), keras);
    }

    @Test
    void theLastLineOfAnErrorIsTold() throws IOException {
        var message = failure(SHELL, script("echo Traceback >&2; echo 'ValueError: no' >&2; exit 1"));
        assertEquals("the script has ended: ValueError: no", message);
    }

    @Test
    void anAnswerThatIsNoJsonIsAFailure() throws IOException {
        var message = failure(SHELL, script("echo '{'; read -r line"));
        assertTrue(message.contains("does not answer in JSON"), message);
    }
}
