package reaging.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BestCheckpointTest {
    @TempDir
    private Path folder;

    private Checkpoints.Checkpoint checkpoint(long step, double cycle) throws IOException {
        var path = Files.createDirectory(folder.resolve("step-0000000" + step));
        return new Checkpoints.Checkpoint(path, new Checkpoints.State(step, 0, 0).withHeldOutCycle(cycle));
    }

    private Checkpoints.Checkpoint evaluated(long step, String criterion, double score) throws IOException {
        var checkpoint = checkpoint(step, 0);
        new Evaluated(step, 0, 0, criterion, score, Map.of("hcs", score)).write(checkpoint.path());
        return checkpoint;
    }

    private static long best(Checkpoints.Checkpoint... checkpoints) {
        return BestCheckpoint.of(List.of(checkpoints)).orElseThrow().state().step();
    }

    @Test
    void withoutEvaluationsTheCycleErrorDecides() throws IOException {
        assertEquals(2, best(checkpoint(1, .3), checkpoint(2, .1), checkpoint(3, .2)));
        assertTrue(BestCheckpoint.of(List.of()).isEmpty());
    }

    @Test
    void withEvaluationsTheHighestScoreDecides() throws IOException {
        assertEquals(2, best(checkpoint(1, 0), evaluated(2, "HCS", .7), evaluated(3, "HCS", .6), checkpoint(4, 0)));
    }

    @Test
    void scoresByAnotherCriterionAreNotCompared() throws IOException {
        assertEquals(3, best(evaluated(1, "HCS", .7), evaluated(2, "other", .2), evaluated(3, "other", .3)));
    }
}
