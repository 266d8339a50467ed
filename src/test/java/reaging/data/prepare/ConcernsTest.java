package reaging.data.prepare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reaging.data.AgeGroup;
import reaging.data.folders.ListedFaces;
import reaging.data.synthetic.SyntheticFaces;
import reaging.pictures.Pictures;

class ConcernsTest {
    private static final int SIZE = 32;
    private static final int COUNT = 20;

    /** Faces of all groups with their masks. */
    private static List<String> concerns(IntFunction<byte[]> image, IntFunction<byte[]> mask) {
        double[] ages = IntStream.range(0, COUNT)
                .mapToDouble(i -> AgeGroup.centres()[i % AgeGroup.COUNT])
                .toArray();
        return Concerns.of(
                new ListedFaces(
                        IntStream.range(0, COUNT).mapToObj(image).toList(),
                        IntStream.range(0, COUNT).mapToObj(mask).toList(),
                        ages),
                8);
    }

    private static byte[] image(int i) {
        return Pictures.png(new SyntheticFaces(COUNT, 7, SIZE).draw(i).image());
    }

    private static byte[] mask(int i) {
        return Pictures.png(new SyntheticFaces(COUNT, 7, SIZE).draw(i).mask());
    }

    private static byte[] grey(int level) {
        var picture = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_BYTE_GRAY);
        for (int i = 0; i < SIZE * SIZE; i++) {
            picture.getRaster().setSample(i % SIZE, i / SIZE, 0, level);
        }
        return Pictures.png(picture);
    }

    @Test
    void facesAsTheyShouldBeGiveNone() {
        assertEquals(List.of(), concerns(ConcernsTest::image, ConcernsTest::mask));
    }

    @ParameterizedTest
    @CsvSource({
        "0, are empty: in 20 of 20",
        "1, are dark: in 20 of 20",
        "18, are dark: in 20 of 20",
        "255, are full: in 20 of 20"
    })
    void masksOfOneLevelAreSaid(int level, String text) {
        assertOne(text, concerns(ConcernsTest::image, i -> grey(level)));
    }

    @Test
    void invertedMasksAreSaid() {
        assertOne(
                "look inverted",
                concerns(
                        ConcernsTest::image,
                        i -> inverted(new SyntheticFaces(COUNT, 7, SIZE).draw(i).mask())));
    }

    private static byte[] inverted(BufferedImage mask) {
        for (int i = 0; i < SIZE * SIZE; i++) {
            int x = i % SIZE;
            int y = i / SIZE;
            mask.getRaster().setSample(x, y, 0, 255 - mask.getRaster().getSample(x, y, 0));
        }
        return Pictures.png(mask);
    }

    @Test
    void imagesThatAreAlikeAreSaid() {
        assertOne("20 of 20 sampled repeat another one", concerns(i -> image(3), ConcernsTest::mask));
        assertOne("images are alike: 1", concerns(i -> image(i % 7), ConcernsTest::mask));
    }

    @Test
    void imagesOfOneColourAreSaid() {
        assertOne("have a single colour", concerns(i -> blank(10 * i), ConcernsTest::mask));
    }

    private static byte[] blank(int level) {
        var picture = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_INT_RGB);
        var graphics = picture.createGraphics();
        graphics.setColor(new Color(level, level, level));
        graphics.fillRect(0, 0, SIZE, SIZE);
        graphics.dispose();
        return Pictures.png(picture);
    }

    @Test
    void imagesThatCannotBeReadAreLeftToOthers() {
        assertEquals(List.of(), concerns(i -> i % 2 == 0 ? new byte[0] : image(i), ConcernsTest::mask));
    }

    private static void assertOne(String text, List<String> concerns) {
        assertEquals(1, concerns.size(), concerns.toString());
        assertTrue(concerns.get(0).contains(text), concerns.get(0));
    }

    private static String ofAges(int batch, double... ages) {
        List<byte[]> none = new ArrayList<>(Collections.nCopies(ages.length, new byte[0]));
        return AgeConcerns.of(new ListedFaces(none, List.of(), ages), batch).orElse("");
    }

    @Test
    void emptyGroupsAreNamedAndWhatFollows() {
        double[] all = AgeGroup.centres();
        assertEquals("", ofAges(8, all));
        assertEquals(
                "no face to train on is of the ages 0-2, 70-120: a model cannot learn a group without examples, so"
                        + " its results at these ages are meaningless",
                ofAges(
                        8,
                        Arrays.copyOfRange(
                                DoubleStream.concat(DoubleStream.of(all), DoubleStream.of(all))
                                        .toArray(),
                                1,
                                9)));
    }

    @Test
    void fewerFacesThanABatchIsPartOfTheSameSentence() {
        var concern = ofAges(8, 25);
        assertTrue(concern.startsWith("a batch of 8 exceeds the number of faces to train on, 1, so"), concern);
        assertTrue(concern.contains("; no face to train on is of the ages 0-2, 3-6"), concern);
    }

    @Test
    void oneGroupAndOneAgeAreSaid() {
        assertTrue(ofAges(1, 20, 22, 29).startsWith("all faces are of one group, 20-29, so"), ofAges(1, 20, 22, 29));
        assertTrue(ofAges(1, 25, 25).startsWith("all faces have the same age, 25 years, so"), ofAges(1, 25, 25));
    }
}
