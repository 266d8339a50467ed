package reaging.data.folders;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reaging.data.Sex;

class FaceNamesTest {
    @ParameterizedTest
    @CsvSource({
        "AGEDB, 0_MariaCallas_35_f.jpg, 35, MariaCallas, FEMALE",
        "AGEDB, 16487_50Cent_7_m.jpg, 7, 50Cent, MALE",
        "AGEDB, 12_Jean_Marais_101_M.JPG, 101, Jean_Marais, MALE",
        "CACD, 53_Robin_Williams_0001.jpg, 53, Robin_Williams,",
        "CACD, 38_50_Cent_0012.jpg, 38, 50_Cent,",
        "CACD, 14_Chloë_Grace_0004.png, 14, Chloë_Grace,",
        "MORPH, 009055_1M54.JPG, 54, 009055, MALE",
        "MORPH, 012896_10f32.jpg, 32, 012896, FEMALE",
        "FG_NET, 001A05.JPG, 5, 001,",
        "FG_NET, 002a43a.jpg, 43, 002,",
    })
    void nameSaysWhoAndHowOld(FaceNames names, String file, int age, String person, Sex sex) {
        assertEquals(Optional.of(new FaceName(age, Optional.of(person), Optional.ofNullable(sex))), names.read(file));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "25_1_0_20170116174525125.jpg.chip.jpg",
                "25_0000012.png",
                "61_1_20170109142408075.jpg",
                "portrait.jpg",
                "121_Old_0001.jpg",
                "3_Old_121_f.jpg",
                "00001A02.jpg"
            })
    void otherNamesSayNothing(String file) {
        for (var names : FaceNames.values()) {
            assertEquals(Optional.empty(), names.read(file), names.toString());
        }
    }

    @Test
    void mostNamesDecideAndAFewDoNot() {
        assertEquals(
                Optional.of(FaceNames.AGEDB),
                FaceNames.of(List.of("0_Anna_35_f.jpg", "1_Bert_20_m.jpg", "cover.jpg", "53_Robin_Williams_0001.jpg")));
        assertEquals(Optional.empty(), FaceNames.of(List.of("0_Anna_35_f.jpg", "25_1_0_2017.jpg", "26_1_0_2017.jpg")));
        assertEquals(Optional.empty(), FaceNames.of(List.of()));
    }
}
