package reaging.data.folders;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LabelTableTest {
    @TempDir
    private Path folder;

    private List<LabelRow> read(String text) throws IOException {
        var file = Files.writeString(folder.resolve("labels.csv"), text);
        return LabelTable.read(file, List.of("file", "age"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "file,age\na.png,5\n",
                "file,age\r\na.png,5",
                "\uFEFFfile,age\na.png,5\n",
                "file,age\n\n\"a.png\",\"5\"\n",
            })
    void everyUsualKindOfCsvIsRead(String text) throws IOException {
        var rows = read(text);
        assertEquals(1, rows.size());
        assertEquals(Map.of("file", "a.png", "age", "5"), rows.get(0).cells());
    }

    @Test
    void lineIsThatOfTheFile() throws IOException {
        assertEquals(4, read("file,age\na.png,5\n\nb.png,6\n").get(1).line());
    }

    @Test
    void missingCellIsEmpty() throws IOException {
        assertEquals("", read("file,age\na.png\n").get(0).cells().get("age"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"file,age\na.png,5\nb.png,6,7\n", "file,age\na.png,5\n\"b.png,6\nc.png,7\n"})
    void brokenFileIsAnErrorThatNamesFileAndLine(String text) {
        var error = assertThrows(IllegalArgumentException.class, () -> read(text));
        assertTrue(error.getMessage().contains("labels.csv"), error.getMessage());
        assertTrue(error.getMessage().matches(".*(Record|line) 3.*"), error.getMessage());
    }

    @Test
    void missingColumnIsAnErrorThatNamesIt() {
        var error = assertThrows(IllegalArgumentException.class, () -> read("file,years\na.png,5\n"));
        assertTrue(error.getMessage().contains("the column age "), error.getMessage());
    }
}
