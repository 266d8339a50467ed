package reaging.runtime;

import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Graph;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.proto.RunMetadata;
import org.tensorflow.proto.RunOptions;

/** Runs a graph and notes down what each op takes, which itself takes some time. */
public final class Profiler {
    private static final RunOptions TRACED = RunOptions.newBuilder()
            .setTraceLevel(RunOptions.TraceLevel.FULL_TRACE)
            .build();

    private final Graph graph;
    private final List<RunMetadata> runs = new ArrayList<>();

    /** A profiler of runs of this graph. */
    public Profiler(Graph graph) {
        this.graph = graph;
    }

    /** Runs what a runner is set up for; the caller closes the result. */
    public Result run(Session.Runner runner) {
        var result = runner.setOptions(TRACED).runAndFetchMetadata();
        runs.add(result.getMetadata().orElseThrow());
        return result;
    }

    /** Where the time went, if all runs so far were so many steps. */
    public Profile profile(int steps) {
        return Profile.of(graph, runs, steps);
    }
}
