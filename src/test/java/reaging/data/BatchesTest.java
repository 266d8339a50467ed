package reaging.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import reaging.data.folders.ListedFaces;

class BatchesTest {
    private static final byte[] DAMAGED = {1, 2, 3};

    private final List<String> notices = new ArrayList<>();

    private static ListedFaces greys(int count) throws IOException {
        List<byte[]> images = new ArrayList<>();
        double[] ages = new double[count];
        for (int i = 0; i < count; i++) {
            images.add(FaceReaderTest.halves(4, 4, 0x010101 * (10 * i), 0x010101 * (10 * i)));
            ages[i] = 90.0 * i / count;
        }
        return new ListedFaces(images, List.of(), ages);
    }

    /** First values of the images of some batches, which tell the faces apart. */
    private List<Float> firstValues(FaceSet faces, long seed, long firstStep, int count) {
        List<Float> values = new ArrayList<>();
        try (var batches = new Batches(faces, 4, 3, seed, firstStep, notices::add)) {
            for (int i = 0; i < count; i++) {
                try (var batch = batches.next()) {
                    assertEquals(firstStep + i, batch.step());
                    for (int face = 0; face < 3; face++) {
                        values.add(batch.pixels().images().getFloat(face, 0, 0, 0));
                    }
                }
            }
        }
        return values;
    }

    @Test
    void sameSeedGivesTheSameBatchesAndAnotherSeedOthers() throws IOException {
        var faces = greys(20);
        assertEquals(firstValues(faces, 7, 1, 10), firstValues(faces, 7, 1, 10));
        assertTrue(!firstValues(faces, 7, 1, 10).equals(firstValues(faces, 8, 1, 10)));
    }

    @Test
    void batchFollowsFromItsNumberAlone() throws IOException {
        var faces = greys(20);
        assertEquals(firstValues(faces, 7, 1, 10).subList(15, 30), firstValues(faces, 7, 6, 5));
    }

    @Test
    void damagedImageIsReportedByNameOnceAndReplacedAlikeInEveryRun() throws IOException {
        var whole = greys(4).images();
        var images = List.of(whole.get(0), whole.get(1), DAMAGED, whole.get(3));
        var faces = new ListedFaces(images, List.of(), 1, 1, 1, 1);
        var first = firstValues(faces, 3, 1, 20);
        assertEquals(1, notices.size());
        assertTrue(notices.get(0).contains("face 2"), notices.get(0));
        assertEquals(first, firstValues(faces, 3, 1, 20));
    }

    @Test
    void setWithoutAnyReadableImageIsAnError() {
        var faces = new ListedFaces(List.of(DAMAGED, DAMAGED), List.of(), 1, 1);
        try (var batches = new Batches(faces, 4, 2, 0, 1, notices::add)) {
            var error = assertThrows(IllegalArgumentException.class, batches::next);
            assertTrue(error.getMessage().contains("listed"), error.getMessage());
        }
    }

    @Test
    void groupsAreDrawnAlikeOftenHoweverRare() throws IOException {
        List<byte[]> images = new ArrayList<>();
        double[] ages = new double[100];
        for (int i = 0; i < 100; i++) {
            images.add(DAMAGED);
            ages[i] = i == 0 ? 1 : 25;
        }
        var sampler = new Sampler(new ListedFaces(images, List.of(), ages), 1000, 5);
        long rare = java.util.Arrays.stream(sampler.draw(1).faces())
                .filter(face -> face == 0)
                .count();
        assertEquals(500.0, (double) rare, 60.0);
        var targets = new int[AgeGroup.COUNT];
        for (int target : sampler.draw(2).targets()) {
            targets[target]++;
        }
        assertEquals(100.0, java.util.Arrays.stream(targets).min().orElseThrow(), 40.0);
    }

    @Test
    void otherTargetsAreTheNineOtherGroupsEachAlikeOften() {
        double[] ages = {1, 25, 80};
        var faces = new ListedFaces(List.of(DAMAGED, DAMAGED, DAMAGED), List.of(), ages);
        var draw = new Sampler(faces, 3000, 5, Targets.OTHERS).draw(1);
        int[][] counts = new int[3][AgeGroup.COUNT];
        for (int i = 0; i < 3000; i++) {
            counts[draw.faces()[i]][draw.targets()[i]]++;
        }
        for (int face = 0; face < 3; face++) {
            int own = AgeGroup.of(ages[face]).index();
            for (int target = 0; target < AgeGroup.COUNT; target++) {
                assertEquals(target == own ? 0 : 111, counts[face][target], target == own ? 0 : 45);
            }
        }
    }

    @Test
    void oneHotRowsStandForGroups() throws IOException {
        try (var batches = new Batches(greys(20), 4, 3, 0, 1, notices::add);
                var batch = batches.next();
                var groups = batch.groupsOneHot()) {
            float[] expected = new float[AgeGroup.COUNT];
            expected[AgeGroup.of(batch.ages()[1]).index()] = 1;
            float[] row = new float[AgeGroup.COUNT];
            for (int i = 0; i < row.length; i++) {
                row[i] = groups.getFloat(1, i);
            }
            assertArrayEquals(expected, row);
        }
    }
}
