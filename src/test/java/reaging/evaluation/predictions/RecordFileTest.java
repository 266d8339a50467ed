package reaging.evaluation.predictions;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordFileTest {
    @TempDir
    private Path folder;

    private RecordFile open(String subject) {
        return RecordFile.open(folder.resolve("rows.cache"), subject, 2);
    }

    @Test
    void rowsAreThereAgainAndHalfARowIsCut() throws IOException {
        var first = open("a model");
        first.append(new float[] {1, 2});
        first.append(new float[] {3, Float.NaN});
        Files.write(folder.resolve("rows.cache"), new byte[5], StandardOpenOption.APPEND);
        var second = open("a model");
        assertEquals(2, second.size());
        assertArrayEquals(new float[] {3, Float.NaN}, second.row(1));
        second.append(new float[] {5, 6});
        assertArrayEquals(new float[] {5, 6}, open("a model").row(2));
    }

    @Test
    void rowsOfAnotherSubjectAreNotUsed() {
        open("a model").append(new float[] {1, 2});
        assertEquals(0, open("another").size());
        assertEquals(0, open("a model").size());
    }
}
