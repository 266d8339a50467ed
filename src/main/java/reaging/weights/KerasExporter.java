package reaging.weights;

import io.jhdf.HdfFile;
import io.jhdf.api.WritableGroup;
import io.jhdf.exceptions.HdfException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.tensorflow.Result;
import org.tensorflow.ndarray.FloatNdArray;
import org.tensorflow.ndarray.StdArrays;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import reaging.files.NewFolder;
import reaging.run.Checkpoints;
import reaging.run.RunConfig;
import reaging.run.WeightNames;
import reaging.runtime.Variable;
import reaging.savedmodel.ModelCards;
import reaging.training.RunVariables;

/**
 * Writes the networks of a run as {@code generator.weights.h5}, {@code generator_ema.weights.h5} and
 * {@code discriminator.weights.h5}, which Keras' {@code model.load_weights} reads.
 * A model card beside them identifies the networks.
 */
public final class KerasExporter {
    private KerasExporter() {}

    /** Exports a checkpoint. The folder must not exist; it appears once it is complete. */
    public static void export(Checkpoints.Checkpoint checkpoint, RunConfig config, Path folder) {
        try (var variables = RunVariables.of(config, checkpoint)) {
            NewFolder.write(folder, beside -> {
                ModelCards.of(config, checkpoint).write(beside);
                return write(variables, beside);
            });
        }
    }

    /** Adds the discriminator to a checkpoint's SavedModel folder, so that training can start with both. */
    public static void addDiscriminator(Checkpoints.Checkpoint checkpoint, RunConfig config, Path savedModel) {
        try (var variables = RunVariables.of(config, checkpoint)) {
            write(variables, WeightNames.DISCRIMINATOR, KerasFile.discriminator(savedModel));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + KerasFile.discriminator(savedModel), e);
        }
    }

    private static Path write(RunVariables run, Path folder) throws IOException {
        Files.createDirectories(folder);
        for (var network : WeightNames.NETWORKS) {
            write(run, network, folder.resolve(network + KerasFile.SUFFIX));
        }
        return folder;
    }

    private static void write(RunVariables run, String network, Path file) throws IOException {
        var variables = run.all().stream()
                .filter(variable -> WeightNames.network(variable.name()).equals(network))
                .toList();
        write(run, variables, file);
    }

    private static void write(RunVariables run, List<Variable> variables, Path file) throws IOException {
        try (var values = values(run, variables);
                var hdf = HdfFile.write(file)) {
            for (int i = 0; i < variables.size(); i++) {
                put(hdf, KerasWeights.dataset(variables.get(i).name()), (TFloat32) values.get(i));
            }
        } catch (HdfException e) {
            throw e.getCause() instanceof IOException cause ? cause : new IOException(e.getMessage(), e);
        }
    }

    private static Result values(RunVariables run, List<Variable> variables) {
        Ops tf = Ops.create(run.graph());
        var runner = run.session().runner();
        variables.forEach(variable -> runner.fetch(variable.read(tf)));
        return runner.run();
    }

    /** Writes a dataset and creates its groups, since Keras' reader rejects empty groups. */
    private static void put(WritableGroup root, String path, TFloat32 values) {
        var group = root;
        int begin = 0;
        for (int end = path.indexOf('/'); end >= 0; end = path.indexOf('/', begin)) {
            var name = path.substring(begin, end);
            group = group.getChildren().get(name) instanceof WritableGroup known ? known : group.putGroup(name);
            begin = end + 1;
        }
        group.putDataset(path.substring(begin), array(values));
    }

    private static Object array(FloatNdArray values) {
        return switch (values.rank()) {
            case 1 -> StdArrays.array1dCopyOf(values);
            case 2 -> StdArrays.array2dCopyOf(values);
            default -> StdArrays.array4dCopyOf(values);
        };
    }
}
