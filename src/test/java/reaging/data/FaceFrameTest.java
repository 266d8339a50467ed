package reaging.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reaging.data.FivePoints.Point;

class FaceFrameTest {
    @TempDir
    private Path folder;

    /** The frame of UTKFace, to the right by as much. */
    private static FivePoints shifted(double by) {
        return FivePoints.UTKFACE.moved(-by, 0, 1);
    }

    @Test
    void itIsTheMeanWithTheDeviation() {
        var frame = FaceFrame.of(List.of(shifted(-.02), shifted(.02), shifted(0)));
        assertEquals(FivePoints.UTKFACE, frame.mean());
        assertEquals(new Point(.0163, 0), frame.deviation().nose());
        assertEquals(3, frame.faces());
    }

    @Test
    void itIsReadAsItWasWritten() {
        var frame = FaceFrame.of(List.of(shifted(.1), shifted(.2)));
        frame.write(folder);
        assertEquals(Optional.of(frame), FaceFrame.read(folder));
    }

    @Test
    void whereNothingWasMeasuredThereIsNone() {
        assertEquals(Optional.empty(), FaceFrame.read(folder));
        assertThrows(IllegalArgumentException.class, () -> FaceFrame.of(List.of()));
    }

    @Test
    void aDamagedFileIsNamed() throws IOException {
        Files.writeString(folder.resolve(FaceFrame.FILE), "no JSON");
        var damaged = assertThrows(IllegalArgumentException.class, () -> FaceFrame.read(folder));
        assertTrue(damaged.getMessage().contains(FaceFrame.FILE), damaged.getMessage());
    }
}
