package reaging.app.photos;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultNamesTest {
    @TempDir
    private Path folder;

    private static List<String> names(String... photos) {
        return ResultNames.of(Stream.of(photos).map(Path::of).toList());
    }

    @Test
    void aNameOfItsOwnStays() {
        assertEquals(List.of("a", "b.c"), names("x/a.png", "y/b.c.jpg"));
    }

    @Test
    void theSameNameInTwoFoldersGetsTheFoldersName() {
        assertEquals(
                List.of("anna_IMG_0001", "bert_IMG_0001", "IMG_2"),
                names("anna/IMG_0001.jpg", "bert/IMG_0001.jpg", "bert/IMG_2.jpg"));
    }

    @Test
    void theSameNameWithTwoEndingsKeepsTheEnding() {
        assertEquals(List.of("IMG_1_jpg", "IMG_1_png"), names("IMG_1.jpg", "IMG_1.png"));
    }

    @Test
    void namesThatDifferInTheirLettersCaseAreAlike() {
        assertEquals(List.of("a_x", "b_X"), names("a/x.png", "b/X.png"));
    }

    @Test
    void foldersOfTheSameNameAreToldApartByTheirPaths() {
        assertEquals(List.of("a_x_1_png", "b_x_1_png"), names("/a/x/1.png", "/b/x/1.png"));
    }

    @Test
    void aNewNameThatIsAnothersIsNotTaken() {
        var names = names("a/x.png", "b/x.png", "c/a_x.png");
        assertEquals(3, names.stream().distinct().count(), names.toString());
    }

    @Test
    void theSamePhotoTwiceIsRefused() {
        var error = assertThrows(IllegalArgumentException.class, () -> names("a/x.png", "a/../a/x.png"));
        assertTrue(error.getMessage().contains("x.png is named twice"), error.getMessage());
    }

    @Test
    void whatResultsAreMadeOfIsNotReplaced() throws IOException {
        var photo = Files.createFile(folder.resolve("a_70.png"));
        assertThrows(
                IllegalArgumentException.class,
                () -> ResultNames.requireOthers(
                        List.of(folder.resolve("b/../a_70.png").normalize()), List.of(photo)));
        assertDoesNotThrow(() -> ResultNames.requireOthers(List.of(folder.resolve("b_70.png")), List.of(photo)));
    }
}
