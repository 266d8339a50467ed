package reaging.runtime;

import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Graph;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.proto.RunMetadata;
import org.tensorflow.proto.RunOptions;

/** Runs a graph and records the time of each op, which itself takes some time. */
public final class Profiler {
    private static final RunOptions TRACED = RunOptions.newBuilder()
            .setTraceLevel(RunOptions.TraceLevel.FULL_TRACE)
            .build();

    private final Graph graph;
    private final List<RunMetadata> runs = new ArrayList<>();

    /** Creates a profiler for runs of a graph. */
    public Profiler(Graph graph) {
        this.graph = graph;
    }

    /** Runs a prepared runner; the caller closes the result. */
    public Result run(Session.Runner runner) {
        var result = runner.setOptions(TRACED).runAndFetchMetadata();
        runs.add(result.getMetadata().orElseThrow());
        return result;
    }

    /** Returns the profile of all runs so far, given the number of steps. */
    public Profile profile(int steps) {
        return Profile.of(graph, runs, steps);
    }
}
