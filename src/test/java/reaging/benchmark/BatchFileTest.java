package reaging.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tensorflow.types.TFloat32;
import reaging.data.Batches;
import reaging.data.folders.DataFormat;
import reaging.data.folders.Pruning;
import reaging.data.synthetic.SyntheticFaceSet;
import reaging.data.synthetic.SyntheticFaces;
import reaging.model.ModelConfig;
import reaging.run.Preset;
import reaging.run.RunConfig;

class BatchFileTest {
    private static final int BATCHES = 2;

    @TempDir
    private Path folder;

    @Test
    void itHoldsTheFirstBatchesOfTheTraining() throws IOException {
        var model = ModelConfig.preset("tiny-32");
        var config = new RunConfig(
                "synthetic",
                DataFormat.AUTO,
                Pruning.CONFIDENCE,
                model,
                Preset.of("tiny-32").training().withBatch(3));
        var faces = new SyntheticFaceSet(new SyntheticFaces(8, 0, 32));
        var file = folder.resolve("batches");
        BatchFile.write(file, config, faces, BATCHES);

        var written = ByteBuffer.wrap(Files.readAllBytes(file))
                .order(ByteOrder.LITTLE_ENDIAN)
                .asFloatBuffer();
        assertEquals(BATCHES * 3 * (32 * 32 * 4 + 2 * 10), written.remaining());
        try (var batches = new Batches(32, config.training().sampler(faces), 1, notice -> {})) {
            for (int i = 0; i < BATCHES; i++) {
                try (var batch = batches.next();
                        var groups = batch.groupsOneHot();
                        var targets = batch.targetsOneHot()) {
                    for (TFloat32 tensor : new TFloat32[] {
                        batch.pixels().images(), batch.pixels().masks(), groups, targets
                    }) {
                        tensor.scalars().forEach(value -> assertEquals(value.getFloat(), written.get()));
                    }
                }
            }
        }
    }
}
