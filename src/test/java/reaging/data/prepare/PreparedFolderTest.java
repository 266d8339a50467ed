package reaging.data.prepare;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tensorflow.types.TFloat32;
import reaging.data.Batches;
import reaging.data.Sex;
import reaging.data.folders.DataFormat;
import reaging.data.folders.FaceFile;
import reaging.data.folders.FaceFolder;
import reaging.data.folders.FfhqAgingMiniature;
import reaging.data.folders.Listing;
import reaging.data.folders.Pruning;
import reaging.data.folders.Skipped;
import reaging.files.Hashes;

class PreparedFolderTest {
    private static final int SIZE = 16;

    /** Half a level, in the unit of pixels. */
    private static final float ROUNDING = .5f / 127.5f + 1e-5f;

    @TempDir
    private Path folder;

    private FfhqAgingMiniature miniature;

    @BeforeEach
    void facesOfSeveralAges() throws IOException {
        miniature = new FfhqAgingMiniature(folder.resolve("ffhq"))
                .face(0, "20-29", .98)
                .face(1, "70-120", .9)
                .face(2, "0-2", .8)
                .face(3, "3-6", .8)
                .face(69_000, "0-2", .7);
    }

    private Listing source() throws IOException {
        return DataFormat.AUTO.list(miniature.write(), Pruning.CONFIDENCE);
    }

    private Path prepare(String name) throws IOException {
        var out = folder.resolve(name);
        PreparedFolder.write(source(), out, SIZE, done -> {});
        return out;
    }

    private static Listing read(Path prepared) {
        return DataFormat.AUTO.list(prepared, Pruning.CONFIDENCE);
    }

    private static Map<String, String> contents(Path folder) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                contents.put(folder.relativize(file).toString(), Hashes.sha256(Files.readAllBytes(file)));
            }
        }
        return contents;
    }

    @Test
    void labelsAgesAndSplitAreThoseOfTheSource() throws IOException {
        var prepared = read(prepare("out"));
        assertEquals(DataFormat.LABELLED, prepared.format());
        assertEquals(List.of(), prepared.skipped());
        assertEquals(source().heldOut(), prepared.heldOut());
        for (int i = 0; i < 5; i++) {
            var before = source().faces().get(i);
            var after = prepared.faces().get(i);
            assertEquals(before.label(), after.label());
            assertEquals(before.age(), after.age());
            assertEquals("10.4", after.others().get("head_yaw"));
            assertEquals(
                    before.others().get("age_group_confidence"), after.others().get("age_group_confidence"));
        }
    }

    @Test
    void sexIsCarriedFromNamesOfUtkFaceThoughTheFirstDoesNotSayIt() throws IOException {
        var names = List.of(
                "20_1_20170109142408075.jpg.chip.jpg",
                "30_1_0_20170109142408075.jpg.chip.jpg",
                "40_0_0_20170109142408075.jpg.chip.jpg");
        for (var name : names) {
            var file = Files.createDirectories(folder.resolve("utkface")).resolve(name);
            ImageIO.write(ImageIO.read(miniature.image(0).toFile()), "jpeg", file.toFile());
        }
        var out = folder.resolve("out");
        PreparedFolder.write(
                DataFormat.AUTO.list(folder.resolve("utkface"), Pruning.CONFIDENCE), out, SIZE, done -> {});
        var prepared = read(out);
        assertEquals(
                List.of("", "female", "male"),
                prepared.faces().stream()
                        .map(face -> face.others().get("gender"))
                        .toList());
        assertEquals(names, prepared.faces().stream().map(FaceFile::label).toList());
        assertEquals(List.of(Optional.empty(), Optional.of(Sex.FEMALE), Optional.of(Sex.MALE)), sexes(prepared));
    }

    /** As an evaluation asks for them. */
    private static List<Optional<Sex>> sexes(Listing listing) {
        var faces = new FaceFolder(listing.name(), listing.faces(), listing.masks());
        return IntStream.range(0, faces.size()).mapToObj(faces::sex).toList();
    }

    @Test
    void trainingSeesTheSamePixelsAndMasksInTheSameBatches() throws IOException {
        var before = source().split().training();
        var after = read(prepare("out")).split().training();
        try (var first = new Batches(before, SIZE, 4, 5, 3, notice -> {});
                var second = new Batches(after, SIZE, 4, 5, 3, notice -> {});
                var expected = first.next();
                var found = second.next()) {
            assertArrayEquals(expected.ages(), found.ages());
            assertArrayEquals(
                    values(expected.pixels().images()), values(found.pixels().images()), ROUNDING);
            assertArrayEquals(
                    values(expected.pixels().masks()), values(found.pixels().masks()));
        }
    }

    private static float[] values(TFloat32 tensor) {
        float[] values = new float[(int) tensor.shape().size()];
        int[] at = {0};
        tensor.scalars().forEach(scalar -> values[at[0]++] = scalar.getFloat());
        return values;
    }

    @Test
    void interruptedAndRepeatedItEndsWithTheSameBytes() throws IOException {
        var whole = contents(prepare("whole"));
        var out = folder.resolve("interrupted");
        assertThrows(
                UnsupportedOperationException.class,
                () -> PreparedFolder.write(source(), out, SIZE, done -> {
                    if (done == 2) {
                        throw new UnsupportedOperationException("the power went off");
                    }
                }));
        // Its file names would do as UTKFace's, but with another split.
        var error = assertThrows(IllegalArgumentException.class, () -> read(out));
        assertTrue(error.getMessage().contains("to resume"), error.getMessage());
        var early = contents(out);
        assertTrue(early.size() > 1 && early.size() < whole.size(), early.toString());
        prepare("interrupted");
        assertEquals(whole, contents(out));
    }

    @Test
    void whatIsThereIsNotMadeAgain() throws IOException {
        var out = prepare("out");
        var image = out.resolve("images/24_0000000.png");
        Files.write(image, new byte[] {1});
        prepare("out");
        assertArrayEquals(new byte[] {1}, Files.readAllBytes(image));
    }

    @Test
    void sourceStaysAsItIs() throws IOException {
        source();
        var before = contents(folder.resolve("ffhq"));
        prepare("out");
        assertEquals(before, contents(folder.resolve("ffhq")));
    }

    @Test
    void otherSizeOrOtherDataInTheSameFolderIsRefused() throws IOException {
        var out = prepare("out");
        assertThrows(IllegalArgumentException.class, () -> PreparedFolder.write(source(), out, SIZE / 2, done -> {}));
        assertThrows(IllegalArgumentException.class, () -> PreparedFolder.write(source(), out, 4, done -> {}));
        miniature.face(4, "7-9", .9);
        var error = assertThrows(IllegalArgumentException.class, () -> prepare("out"));
        assertTrue(error.getMessage().contains("other data"), error.getMessage());
    }

    @Test
    void folderWithOtherThingsInItIsRefused() throws IOException {
        Files.createDirectories(folder.resolve("mine"));
        Files.writeString(folder.resolve("mine/precious.txt"), "mine");
        assertThrows(IllegalArgumentException.class, () -> prepare("mine"));
    }

    @Test
    void whatCannotBeReadAndEmptyMasksAreListedAndLeftOut() throws IOException {
        Files.write(miniature.image(1), Arrays.copyOf(Files.readAllBytes(miniature.image(1)), 100));
        FfhqAgingMiniature.write(new BufferedImage(8, 8, BufferedImage.TYPE_BYTE_GRAY), miniature.parsing(3));
        var out = folder.resolve("out");
        var leftOut = Skipped.byReason(
                PreparedFolder.write(source(), out, SIZE, done -> {}).leftOut());
        assertEquals(List.of("00003"), leftOut.get(Skipped.Reason.EMPTY_MASK));
        assertEquals(1, leftOut.get(Skipped.Reason.UNREADABLE).size());
        assertTrue(leftOut.get(Skipped.Reason.UNREADABLE).get(0).startsWith("00001 ("));
        assertEquals(
                List.of("00000", "00002", "69000"),
                read(out).faces().stream().map(FaceFile::label).toList());
        assertEquals(List.of(), read(out).skipped());
    }

    @Test
    void preparedFolderCanBePreparedAgain() throws IOException {
        var once = prepare("once");
        PreparedFolder.write(read(once), folder.resolve("twice"), 8, done -> {});
        var twice = read(folder.resolve("twice"));
        assertEquals(source().heldOut(), twice.heldOut());
        assertEquals(read(once).faces().get(0).others(), twice.faces().get(0).others());
    }
}
