package reaging.app.training;

import com.google.gson.GsonBuilder;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.tensorflow.types.TFloat32;
import reaging.data.AgeGroup;
import reaging.data.Batch;
import reaging.data.Batches;

/** Shows what a run would do, without training or writing anything. */
final class DryRun {
    private DryRun() {}

    static void print(ChosenRun run, PrintStream out, Consumer<String> notices) {
        var training = run.config().training();
        out.println(new GsonBuilder().setPrettyPrinting().create().toJson(run.config()));
        out.println();
        NetworkTables.of(run.config().model()).print(out, training.batch());
        var faces = run.faces();
        out.printf(
                "%n%d faces to train on, %d held out; %.1f kimg in %d steps of %d%n",
                faces.training().size(),
                faces.heldOut().size(),
                training.schedule().images() / 1000.0,
                training.steps(),
                training.batch());
        int size = run.config().model().imageSize();
        long began = System.nanoTime();
        try (var batches = new Batches(size, training.sampler(faces.training()), 1, notices);
                var batch = batches.next()) {
            print(batch, (System.nanoTime() - began) / 1e6, out);
        }
        out.printf(
                "dry run of %s: nothing was written%n", run.existing().isPresent() ? "a run to resume" : "a new run");
    }

    private static void print(Batch batch, double milliseconds, PrintStream out) {
        out.printf("first batch, read in %.0f ms:%n", milliseconds);
        print("images", batch.pixels().images(), out);
        print("masks", batch.pixels().masks(), out);
        out.println("  ages    "
                + Arrays.stream(batch.ages())
                        .mapToObj(age -> String.format("%.4g", age))
                        .collect(Collectors.joining(", ")));
        var labels = Arrays.stream(AgeGroup.values()).map(AgeGroup::label).toList();
        out.println("  targets "
                + Arrays.stream(batch.targets()).mapToObj(labels::get).collect(Collectors.joining(", ")));
    }

    private static void print(String name, TFloat32 tensor, PrintStream out) {
        float[] values = new float[(int) tensor.size()];
        tensor.asRawTensor().data().asFloats().read(values);
        double sum = 0;
        float least = Float.POSITIVE_INFINITY;
        float most = Float.NEGATIVE_INFINITY;
        for (float value : values) {
            sum += value;
            least = Math.min(least, value);
            most = Math.max(most, value);
        }
        out.printf(
                "  %-7s %s, from %.3f to %.3f, mean %.3f%n",
                name, Arrays.toString(tensor.shape().asArray()), least, most, sum / values.length);
    }
}
