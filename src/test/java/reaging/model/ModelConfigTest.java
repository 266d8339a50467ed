package reaging.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.Gson;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModelConfigTest {
    @ParameterizedTest
    @ValueSource(ints = {-1, 3})
    void noMoreOuterLevelsThanHalvings(int outerLevels) {
        var failure = assertThrows(
                IllegalArgumentException.class,
                () -> new ModelConfig("mine", 64, 8, 64, 64, outerLevels, Set.of(), Upsampling.NEAREST, false));
        assertEquals("outerLevels must be 0 to 2 at 64 pixels but is " + outerLevels + "; try 0", failure.getMessage());
    }

    @Test
    void anUnknownPresetNamesThoseThatExist() {
        var failure = assertThrows(IllegalArgumentException.class, () -> ModelConfig.preset("huge-2048"));
        assertEquals(
                "a preset must be one of canonical-256, canonical-128, canonical-64, light-256, light-128, light-64, "
                        + "small-128, small-64, tiny-64, tiny-32 but is huge-2048",
                failure.getMessage());
    }

    @ParameterizedTest
    @CsvSource({"250, 128", "16, 32", "2048, 1024", "0, 32", "-64, 32", "2147483647, 1024"})
    void aSizeThatDoesNotFitIsNamedWithOneThatDoes(int size, int better) {
        var failure = assertThrows(IllegalArgumentException.class, () -> new ModelConfig("mine", size, 8, 64, 64));
        assertEquals(
                "imageSize must be a power of two from 32 to 1024 but is " + size + "; try " + better,
                failure.getMessage());
    }

    @ParameterizedTest
    @CsvSource({"0, 64, 64", "64, 8, 64", "8, 64, 0"})
    void widthsThatDoNotFitAreNamed(int base, int maximum, int style) {
        var failure =
                assertThrows(IllegalArgumentException.class, () -> new ModelConfig("mine", 32, base, maximum, style));
        assertTrue(
                failure.getMessage().contains("are " + base + ", " + maximum + " and style " + style),
                failure.getMessage());
    }

    @Test
    void thePapersPresetHasItsWidthsAndLevels() {
        var config = ModelConfig.preset("canonical-256");
        assertEquals(new ModelConfig("canonical-256", 256, 64, 512, 512), config);
        assertEquals(4, config.levels());
        assertEquals(6, config.discriminatorLevels());
        assertEquals(512, config.identityWidth());
        int[] widths = IntStream.rangeClosed(0, 6).map(config::width).toArray();
        assertEquals("64 128 256 512 512 512 512", joined(widths));
    }

    @Test
    void aModelFromBeforeThereWasAChoiceRepeatsPixelsAndHasNoAttention() {
        var before = "{\"preset\": \"tiny-32\", \"imageSize\": 32, \"baseWidth\": 8, \"maximumWidth\": 64,"
                + " \"styleSize\": 64, \"without\": []}";
        assertEquals(ModelConfig.preset("tiny-32"), new Gson().fromJson(before, ModelConfig.class));
        assertEquals(Upsampling.NEAREST, ModelConfig.preset("tiny-32").upsampling());
        assertFalse(ModelConfig.preset("tiny-32").attention());
    }

    @Test
    void howItDoublesIsKeptInFilesAndBesideAnAblation() {
        var config = ModelConfig.preset("tiny-32").withUpsampling(Upsampling.BILINEAR);
        var json = new Gson().toJson(config);
        assertTrue(json.contains("\"upsampling\":\"bilinear\""), json);
        assertEquals(config, new Gson().fromJson(json, ModelConfig.class));
        assertEquals(
                Upsampling.BILINEAR, config.without(EnumSet.of(Part.MODULATOR)).upsampling());
    }

    @Test
    void attentionIsKeptInFilesAndBesideAnythingElse() {
        var config = ModelConfig.preset("tiny-32").withAttention(true);
        assertEquals(config, new Gson().fromJson(new Gson().toJson(config), ModelConfig.class));
        assertTrue(config.without(EnumSet.of(Part.MODULATOR)).attention());
        assertTrue(config.withUpsampling(Upsampling.BILINEAR).attention());
        assertTrue(config.grown("larger").attention());
    }

    @Test
    void theSmallestPresetHalvesOnce() {
        var config = ModelConfig.preset("tiny-32");
        assertEquals(1, config.levels());
        assertEquals(3, config.discriminatorLevels());
        assertEquals(16, config.identityWidth());
    }

    private static String joined(int[] numbers) {
        return String.join(" ", IntStream.of(numbers).mapToObj(String::valueOf).toList());
    }
}
