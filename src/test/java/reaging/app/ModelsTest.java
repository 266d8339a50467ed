package reaging.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reaging.run.DataSource;
import reaging.savedmodel.Models;

/** Which of this project's own models is taken; tests run in its folder. */
class ModelsTest {
    private static final Path SHIPPED = Path.of("savedmodels");

    private static void assertSame(Path expected, Path actual) {
        assertEquals(
                expected.toAbsolutePath().normalize(), actual.toAbsolutePath().normalize());
    }

    @Test
    void photosAreReAgedByTheModelForThem() {
        assertSame(SHIPPED.resolve("reaging-small-128-utkface"), Models.first());
        assertSame(SHIPPED.resolve("reaging-small-128-utkface"), Models.first(DataSource.of("photos")));
    }

    @Test
    void syntheticFacesAreMeasuredWithTheModelThatLearnedThem() {
        assertSame(SHIPPED.resolve("synthetic-tiny"), Models.first(new DataSource.Synthetic()));
    }

    @Test
    void aNameOfAShippedModelIsEnough() {
        assertSame(SHIPPED.resolve("synthetic-tiny"), Models.named(Path.of("synthetic-tiny")));
    }

    @Test
    void aFolderComesBeforeAName(@TempDir Path folder) {
        assertSame(folder, Models.named(folder));
        assertSame(Path.of("no/model"), Models.named(Path.of("no/model")));
    }
}
