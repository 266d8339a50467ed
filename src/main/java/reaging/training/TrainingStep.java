package reaging.training;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.tensorflow.Session;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt64;
import reaging.data.Batch;
import reaging.data.Batches;
import reaging.data.FaceSet;
import reaging.run.Checkpoints;
import reaging.run.Metrics;
import reaging.run.Metrics.Term;
import reaging.run.TrainingConfig;

/** One step in a session: both networks and the average move. */
final class TrainingStep {
    private final Session session;
    private final TrainingGraph graph;
    private final TrainingConfig config;
    private double lastR1; // where the penalty is lazy, most steps measure none

    TrainingStep(Session session, TrainingGraph graph, TrainingConfig config) {
        this.session = session;
        this.graph = graph;
        this.config = config;
    }

    /** The micro-batches of the steps that follow a state; the caller closes them. */
    static Batches batches(
            FaceSet faces, int size, TrainingConfig config, Checkpoints.State state, Consumer<String> notices) {
        long first = state.step() * config.microBatches() + 1;
        return new Batches(size, config.sampler(faces), first, notices);
    }

    /**
     * Takes the step that follows a state. What it measures of a lazy penalty is that of the last step that had one.
     *
     * @param batches gives the micro-batches of the step
     */
    Metrics run(Batches batches, Checkpoints.State state) {
        List<Batch> parts = new ArrayList<>();
        try {
            for (int i = 0; i < config.microBatches(); i++) {
                parts.add(batches.next());
            }
            return run(parts, state);
        } finally {
            parts.forEach(Batch::close);
        }
    }

    private Metrics run(List<Batch> parts, Checkpoints.State state) {
        Map<Term, Double> values = new EnumMap<>(Term.class);
        for (var run : graph.steps().runs()) {
            if (run.due(state.step())) {
                run(run, parts, state, values);
            }
        }
        lastR1 = values.getOrDefault(Term.R1, lastR1);
        values.put(Term.R1, lastR1);
        return Metrics.of(values);
    }

    private void run(TrainingGraph.Run run, List<Batch> parts, Checkpoints.State state, Map<Term, Double> values) {
        switch (run.times()) {
            case ONCE -> once(run, state).forEach((term, value) -> merge(values, term, value));
            case PER_MICRO_BATCH -> {
                for (var part : parts) {
                    each(run, part, state).forEach((term, value) -> merge(values, term, value / parts.size()));
                }
            }
        }
    }

    /** Micro-batches add up; a step is finite if all of it is. */
    private static void merge(Map<Term, Double> values, Term term, double value) {
        values.merge(term, value, term == Term.FINITE_GRADIENTS ? Math::min : Double::sum);
    }

    private Map<Term, Double> each(TrainingGraph.Run run, Batch part, Checkpoints.State state) {
        var inputs = graph.inputs();
        try (var groups = part.groupsOneHot();
                var targets = part.targetsOneHot()) {
            var runner = session.runner()
                    .feed(inputs.images(), part.pixels().images())
                    .feed(inputs.masks(), part.pixels().masks())
                    .feed(inputs.groups(), groups)
                    .feed(inputs.targets(), targets);
            return fetched(runner, run, part.step(), state);
        }
    }

    private Map<Term, Double> once(TrainingGraph.Run run, Checkpoints.State state) {
        return fetched(session.runner(), run, state.step() + 1, state);
    }

    /** @param number of the micro-batch, or of the step; they are the same where a step has one micro-batch */
    private Map<Term, Double> fetched(
            Session.Runner runner, TrainingGraph.Run run, long number, Checkpoints.State state) {
        var inputs = graph.inputs();
        var schedule = config.schedule().slowed(state.recoveries());
        try (var step = TInt64.scalarOf(number);
                var learningRate = TFloat32.scalarOf(schedule.learningRate(state.images()));
                var reconstructionWeight = TFloat32.scalarOf(schedule.reconstructionWeight(state.images()));
                var averageDecay = TFloat32.scalarOf(schedule.averageDecay(state.step() + 1));
                var lossScale = TFloat32.scalarOf(state.lossFactor())) {
            runner.feed(inputs.step(), step)
                    .feed(inputs.learningRate(), learningRate)
                    .feed(inputs.reconstructionWeight(), reconstructionWeight)
                    .feed(inputs.averageDecay(), averageDecay)
                    .feed(inputs.lossScale(), lossScale)
                    .addTarget(run.op());
            List<Term> terms = List.copyOf(run.measured().keySet());
            terms.forEach(term -> runner.fetch(run.measured().get(term)));
            Map<Term, Double> values = new EnumMap<>(Term.class);
            try (var result = runner.run()) {
                for (int i = 0; i < terms.size(); i++) {
                    values.put(terms.get(i), (double) ((TFloat32) result.get(i)).getFloat());
                }
            }
            return values;
        }
    }
}
