package reaging.app.measurement;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import reaging.app.options.ModelOptions;
import reaging.app.options.PythonInterpreter;
import reaging.benchmark.JavaReAging;
import reaging.benchmark.Opponent;
import reaging.benchmark.PythonReAging;
import reaging.benchmark.ReAgingSpeed;
import reaging.benchmark.ReAgingTask;
import reaging.benchmark.Spread;
import reaging.savedmodel.ReAger;

/** Measures the speed of re-aging. */
@Command(
        name = "reage",
        mixinStandardHelpOptions = true,
        description = {
            "Measures re-aging: one face, a batch of faces, an encoded face at another age, and a whole command from start to"
                    + " finished picture.",
            "With --against keras, Python runs the same SavedModel on the same input, taking turns with Java."
        },
        footer = {
            "",
            "Examples:",
            "  ragan benchmark reage --model synthetic-tiny",
            "  ragan benchmark reage --against keras"
        })
final class BenchmarkReAgeCommand implements Callable<Integer> {
    private static final int ROUNDS = 5;
    private static final Gson JSON = new GsonBuilder().setPrettyPrinting().create();

    @Mixin
    private ModelOptions models = new ModelOptions();

    @Option(names = "--batch", defaultValue = "32", description = "Faces per batch; default ${DEFAULT-VALUE}.")
    private int batch;

    @Option(
            names = "--calls",
            defaultValue = "50",
            description = "Number of calls of each kind to measure; default ${DEFAULT-VALUE}.")
    private int calls;

    @Option(
            names = "--starts",
            defaultValue = "3",
            description = "Number of whole commands to measure; default ${DEFAULT-VALUE}.")
    private int starts;

    @Option(names = "--against", paramLabel = "VERSION", description = "Compare with Python: keras.")
    private @Nullable Opponent opponent;

    @Option(names = "--json", description = "Print one JSON object and nothing else.")
    private boolean json;

    /** Durations of whole commands in seconds, and those of Python if it is compared with. */
    private record Starts(double[] ours, double[] theirs) {}

    @Override
    public Integer call() {
        requireCounts();
        try (var model = models.openForCrops();
                var here = new JavaReAging(model, batch)) {
            if (opponent == null) {
                report(model, here);
            } else {
                compare(model, here, opponent);
            }
        }
        return 0;
    }

    private void requireCounts() {
        if (batch < 1 || calls < 1 || starts < 0) {
            throw new IllegalArgumentException("--batch and --calls must be at least 1 and --starts at least 0 but are "
                    + batch + ", " + calls + " and " + starts + "; leave them out");
        }
        if (opponent != null && opponent != Opponent.KERAS) {
            throw new IllegalArgumentException(
                    "--against must be keras here but is " + opponent + ", which cannot load a SavedModel");
        }
    }

    private void report(ReAger model, JavaReAging here) {
        var speeds = ReAgingSpeed.of(here, batch, calls);
        var begun = starts(model, false);
        if (json) {
            var report = head(model);
            report.add("tasks", tasks(speeds));
            addStarts(report, begun);
            System.out.println(JSON.toJson(report));
        } else {
            System.out.printf("%s, %d x %d pixels%n", model.name(), model.imageSize(), model.imageSize());
            speeds.forEach((task, speed) -> System.out.printf(
                    "%-42s %9.2f ms (%.2f to %.2f), %.1f images/s%n",
                    text(task),
                    1e3 * speed.seconds().median(),
                    1e3 * speed.seconds().min(),
                    1e3 * speed.seconds().max(),
                    speed.imagesPerSecond()));
            if (starts > 0) {
                var seconds = Spread.of(begun.ours());
                System.out.printf(
                        "%-42s %9.2f s (%.2f to %.2f)%n",
                        "a whole command", seconds.median(), seconds.min(), seconds.max());
            }
        }
    }

    private void compare(ReAger model, JavaReAging here, Opponent opponent) {
        var folder = models.folder();
        try (var there = new PythonReAging(
                PythonInterpreter.command(), PythonInterpreter.notebooks(), folder, model.imageSize(), batch)) {
            int each = (calls + ROUNDS - 1) / ROUNDS;
            var comparison = ReAgingSpeed.compare(here, there, batch, ROUNDS, each);
            var begun = starts(model, true);
            if (json) {
                var report = head(model);
                report.add("tasks", tasks(comparison.ours()));
                report.addProperty("against", opponent.toString());
                var theirs = new JsonObject();
                theirs.addProperty("versions", there.versions());
                theirs.add("tasks", tasks(comparison.theirs()));
                report.add("theirs", theirs);
                report.add("ratio", tasks(comparison.ratio()));
                addStarts(report, begun);
                System.out.println(JSON.toJson(report));
            } else {
                print(model, there.versions(), comparison, begun);
            }
        }
    }

    private Starts starts(ReAger model, boolean alsoInPython) {
        var ours = new double[starts];
        var theirs = new double[alsoInPython ? starts : 0];
        try (var cold = new ColdStart(models.folder(), model.imageSize())) {
            for (int i = 0; i < starts; i++) {
                ours[i] = cold.here();
                if (alsoInPython) {
                    theirs[i] = cold.inPython(PythonInterpreter.command(), PythonInterpreter.notebooks());
                }
            }
        }
        return new Starts(ours, theirs);
    }

    private JsonObject head(ReAger model) {
        var report = new JsonObject();
        report.addProperty("model", model.name());
        report.addProperty("imageSize", model.imageSize());
        report.addProperty("batch", batch);
        return report;
    }

    private static JsonElement tasks(Map<ReAgingTask, ?> values) {
        var object = new JsonObject();
        values.forEach((task, value) -> object.add(task.toString(), JSON.toJsonTree(value)));
        return object;
    }

    private static void addStarts(JsonObject report, Starts begun) {
        if (begun.ours().length > 0) {
            var object = new JsonObject();
            object.add("seconds", JSON.toJsonTree(Spread.of(begun.ours())));
            if (begun.theirs().length > 0) {
                object.add("theirs", JSON.toJsonTree(Spread.of(begun.theirs())));
                object.add("ratio", JSON.toJsonTree(ratio(begun)));
            }
            report.add("coldStart", object);
        }
    }

    /** Returns the ratios of speeds, ours over theirs, pair by pair. */
    private static Spread ratio(Starts begun) {
        double[] ratios = new double[begun.ours().length];
        for (int i = 0; i < ratios.length; i++) {
            ratios[i] = begun.theirs()[i] / begun.ours()[i];
        }
        return Spread.of(ratios);
    }

    private void print(ReAger model, String versions, ReAgingSpeed.Comparison comparison, Starts begun) {
        System.out.printf("%s, %d x %d pixels, %s%n", model.name(), model.imageSize(), model.imageSize(), versions);
        System.out.printf("%-42s %10s %10s   %s%n", "", "ours, ms", "theirs", "speed, ours / theirs");
        comparison
                .ratio()
                .forEach((task, ratio) -> printRow(
                        text(task),
                        of(comparison.ours(), task).seconds(),
                        of(comparison.theirs(), task).seconds(),
                        ratio));
        System.out.printf(
                "images/s in a batch: ours %.1f, theirs %.1f%n",
                of(comparison.ours(), ReAgingTask.BATCH).imagesPerSecond(),
                of(comparison.theirs(), ReAgingTask.BATCH).imagesPerSecond());
        if (starts > 0) {
            printRow("a whole command", Spread.of(begun.ours()), Spread.of(begun.theirs()), ratio(begun));
        }
    }

    private static ReAgingSpeed of(Map<ReAgingTask, ReAgingSpeed> speeds, ReAgingTask task) {
        return Objects.requireNonNull(speeds.get(task), task::toString);
    }

    private static void printRow(String what, Spread ours, Spread theirs, Spread ratio) {
        System.out.printf(
                "%-42s %10.2f %10.2f   %.2f (%.2f to %.2f)%n",
                what, 1e3 * ours.median(), 1e3 * theirs.median(), ratio.median(), ratio.min(), ratio.max());
    }

    private String text(ReAgingTask task) {
        return switch (task) {
            case SINGLE -> "one face";
            case BATCH -> batch + " faces";
            case ENCODE -> "one face, encoded";
            case SLIDE -> "the encoded face at another age";
        };
    }
}
