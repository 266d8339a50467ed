package reaging.data.folders;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import reaging.data.FaceSet;

class DataFormatTest {
    @TempDir
    private Path folder;

    private void files(String... names) throws IOException {
        for (String name : names) {
            Files.createDirectories(folder.resolve(name).getParent());
            Files.createFile(folder.resolve(name));
        }
    }

    private String error(DataFormat format, Path data, Pruning pruning) {
        return assertThrows(IllegalArgumentException.class, () -> format.list(data, pruning))
                .getMessage();
    }

    @Test
    void folderThatFitsNoFormatIsAnErrorThatSaysWhatWasLookedFor() throws IOException {
        files("portrait.jpg", "notes.txt");
        var message = error(DataFormat.AUTO, folder, Pruning.CONFIDENCE);
        for (String part : new String[] {
            folder.toString(), "labels.csv", "ffhq_aging_labels.csv", "0-2 to 70-120", ".jpg or .png images", "[age]_"
        }) {
            assertTrue(message.contains(part), message);
        }
    }

    @Test
    void missingFolderIsAnErrorThatNamesIt() {
        var missing = folder.resolve("missing");
        assertTrue(error(DataFormat.AUTO, missing, Pruning.CONFIDENCE).contains(missing.toString()));
    }

    @ParameterizedTest
    @EnumSource
    void formatThatIsAskedForAndIsNotThereIsAnErrorThatNamesTheFolder(DataFormat format) throws IOException {
        files("portrait.jpg");
        assertTrue(error(format, folder, Pruning.CONFIDENCE).contains(folder.toString()));
    }

    @Test
    void oneFaceIsTooFew() throws IOException {
        files("25_0_0_1.jpg", "portrait.jpg");
        var message = assertThrows(IllegalStateException.class, () -> DataFormat.AUTO.list(folder, Pruning.CONFIDENCE))
                .getMessage();
        assertTrue(message.contains("at least 2 faces"), message);
        assertTrue(message.contains("portrait.jpg"), message);
    }

    @Test
    void latsRuleNeedsItsAttributes() throws IOException {
        files("25_0_0_1.jpg", "26_0_0_1.jpg");
        assertTrue(error(DataFormat.AUTO, folder, Pruning.LATS).contains("read as utkface"));
    }

    @Test
    void nothingIsInBothPartsOfASplit() throws IOException {
        files(IntStream.range(0, 50).mapToObj(i -> i + "_0_0_1.jpg").toArray(String[]::new));
        var split = DataFormat.AUTO.list(folder, Pruning.CONFIDENCE).split();
        assertEquals(5, split.heldOut().size());
        assertEquals(45, split.training().size());
        assertTrue(Collections.disjoint(labels(split.heldOut()), labels(split.training())));
    }

    private static Set<String> labels(FaceSet faces) {
        Set<String> labels = new HashSet<>();
        IntStream.range(0, faces.size()).forEach(i -> labels.add(faces.label(i)));
        return labels;
    }
}
