package reaging.benchmark;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.tensorflow.types.TFloat32;
import reaging.data.Batches;
import reaging.data.FaceSet;
import reaging.run.RunConfig;

/**
 * Writes the first batches of a training run to a file that Python can read. The file contains only little-endian float32 numbers:
 * for each batch the images [N, S, S, 3], masks [N, S, S, 1], groups one-hot [N, 10] and target groups one-hot [N, 10].
 */
final class BatchFile {
    private BatchFile() {}

    /** Writes the first {@code count} batches. */
    static void write(Path file, RunConfig config, FaceSet faces, int count) {
        var sampler = config.training().sampler(faces);
        try (var batches = new Batches(config.model().imageSize(), sampler, 1, notice -> {});
                var out = new BufferedOutputStream(Files.newOutputStream(file))) {
            for (int i = 0; i < count; i++) {
                try (var batch = batches.next();
                        var groups = batch.groupsOneHot();
                        var targets = batch.targetsOneHot()) {
                    write(out, batch.pixels().images(), batch.pixels().masks(), groups, targets);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    private static void write(OutputStream out, TFloat32... tensors) throws IOException {
        for (var tensor : tensors) {
            var bytes = ByteBuffer.allocate((int) tensor.numBytes()).order(ByteOrder.LITTLE_ENDIAN);
            tensor.scalars().forEach(value -> bytes.putFloat(value.getFloat()));
            out.write(bytes.array());
        }
    }
}
