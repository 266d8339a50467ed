package reaging.data.folders;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code labels.csv} as people and their spreadsheets write it. */
class SpreadsheetLabelsTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void twoImages() throws IOException {
        images("a.png", "b.png");
    }

    private void images(String... names) throws IOException {
        for (String name : names) {
            var file = folder.resolve("images").resolve(name);
            Files.createDirectories(file.getParent());
            Files.createFile(file);
        }
    }

    private Listing list(String labels) throws IOException {
        return list(labels.getBytes(StandardCharsets.UTF_8));
    }

    private Listing list(byte[] labels) throws IOException {
        Files.write(folder.resolve("labels.csv"), labels);
        return DataFormat.AUTO.list(folder, Pruning.CONFIDENCE);
    }

    private static void assertBothAreRead(Listing listing) {
        assertEquals(
                List.of("a.png", "b.png"),
                listing.faces().stream().map(FaceFile::label).toList());
        assertEquals(
                List.of(25., 7.5), listing.faces().stream().map(FaceFile::age).toList());
        assertEquals(List.of(), listing.skipped());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "file,age\nimages\\a.png,25\nimages\\b.png,7.5\n",
                "file,age\nimages/a.png,25\n./images/b.png,7.5\n",
                "file,age\nC:\\Users\\me\\faces\\images\\a.png,25\n/home/me/faces/images/b.png,7.5\n",
                "file,age\n/elsewhere/a.png,25\nD:\\b.png,7.5\n",
                "file,age\r\na.png,25\r\nb.png,7.5\r\n",
                "\uFEFFfile,age\na.png,25.0\nb.png,7.5\n",
                "file;age\na.png;25\nb.png;7,5\n",
                "file\tage\na.png\t25\nb.png\t7.5\n",
                "File,AGE\na.png,25\nb.png,7.5\n",
                " file , age \n a.png , 25 \n b.png , 7.5 \n",
                "file,age\nA.PNG,25\nb.PNG,7.5\n",
                "\"file\",\"age\",\"note\"\n\"a.png\",\"25\",\"Doe, J; x\"\n\"b.png\",\"7.5\",\n",
            })
    void isRead(String labels) throws IOException {
        assertBothAreRead(list(labels));
    }

    @Test
    void utf16IsRead() throws IOException {
        var labels = "\uFEFFfile,age\na.png,25\nb.png,7.5\n";
        assertBothAreRead(list(labels.getBytes(StandardCharsets.UTF_16LE)));
        assertBothAreRead(list(labels.getBytes(StandardCharsets.UTF_16BE)));
    }

    @Test
    void windowsLettersAreRead() throws IOException {
        images("José.png");
        var labels = "file,age\nJosé.png,25\nb.png,7\n".getBytes(Charset.forName("windows-1252"));
        assertEquals("José.png", list(labels).faces().get(0).label());
    }

    @Test
    void lettersThatMacOsTakesApartAreTheSame() throws IOException {
        var apart = Normalizer.normalize("José.png", Normalizer.Form.NFD);
        images(apart);
        assertEquals(
                apart, list("file,age\nJosé.png,25\nb.png,7\n").faces().get(0).label());
    }

    @Test
    void namesWithCommasAndFoldersAreRead() throws IOException {
        images("anna/IMG_1.png", "bert/IMG_1.png", "Doe, J.png", ".hidden/x.png", "._a.png");
        var listing = list("file,age\nanna/IMG_1.png,25\nbert\\IMG_1.png,30\n\"Doe, J.png\",40\na.png,3\nb.png,4\n");
        assertEquals(5, listing.faces().size());
        assertEquals(List.of(), listing.skipped());
    }

    @Test
    void nameThatMayMeanTwoFilesMeansNone() throws IOException {
        images("c.png", "C.png");
        var skipped = list("file,age\na.png,25\nb.png,7\nc.PNG,8\n").skipped();
        assertTrue(skipped.contains(new Skipped(Skipped.Reason.NO_IMAGE, "c.PNG")), skipped.toString());
    }

    @Test
    void fileListedTwiceOrMissingIsSaid() throws IOException {
        var listing = list("file,age\na.png,25\nimages/a.png,25\nb.png,7\nc.png,8\n");
        assertEquals(2, listing.faces().size());
        assertEquals(
                Map.of(
                        Skipped.Reason.BAD_ROW,
                        List.of("line 3: file must differ from row to row but a.png is on line 2 too"),
                        Skipped.Reason.NO_IMAGE,
                        List.of("c.png")),
                Skipped.byReason(listing.skipped()));
    }

    @Test
    void agesInMonthsAreRefusedAsAWhole() throws IOException {
        images("c.png", "d.png", "e.png");
        var error = assertThrows(
                IllegalArgumentException.class,
                () -> list("file,age\na.png,24\nb.png,300\nc.png,36\nd.png,480\ne.png,700\n"));
        assertTrue(error.getMessage().contains("3 of 5"), error.getMessage());
        assertTrue(
                error.getMessage().contains("300 in line 3; if these are months divide them by 12"),
                error.getMessage());
    }
}
