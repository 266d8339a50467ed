package reaging.data;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reaging.data.folders.FaceFile;

class SexTest {
    private static Optional<Sex> of(String label, Map<String, String> others) {
        return new FaceFile(label, 30, Path.of("face.png"), null, others).sex();
    }

    @ParameterizedTest
    @CsvSource({
        "24_0_2_20170116172920163.jpg.chip.jpg, MALE",
        "100_1_0_20170110183726390.jpg.chip.jpg, FEMALE",
        "31_1_0_0000007.png, FEMALE", // a drawn face
        "61_1_20170109142408075.jpg.chip.jpg,", // one number is missing, and nobody knows which
        "61_3_20170109150557335.jpg.chip.jpg,",
        "24_2_0_20170116172920163.jpg.chip.jpg,",
        "25_1.jpg,", // the second photo at 25
        "25_1_2.jpg,",
        "25_0000001.png,", // of a prepared folder
        "00001,",
    })
    void onlyWholeNamesOfUtkFaceSayIt(String name, Sex expected) {
        assertEquals(Optional.ofNullable(expected), Sex.ofFileName(name));
    }

    @Test
    void columnSaysItAndTheNameOnlyWhereThereIsNoColumn() {
        var woman = "24_1_0_20170116172920163.jpg.chip.jpg";
        assertEquals(Optional.of(Sex.MALE), of("00001", Map.of("gender", "male")));
        assertEquals(Optional.of(Sex.FEMALE), of("00001", Map.of("gender", "female")));
        assertEquals(Optional.of(Sex.MALE), of(woman, Map.of("gender", "male")));
        assertEquals(Optional.empty(), of(woman, Map.of("gender", "")));
        assertEquals(Optional.of(Sex.FEMALE), of(woman, Map.of("glasses", "None")));
        assertEquals(Optional.empty(), of("00001", Map.of()));
    }
}
