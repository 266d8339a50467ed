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

    /** Gives all variables their first values. */
    void initialize() {
        var runner = session.runner();
        graph.networks().initializers().forEach(runner::addTarget);
        graph.steps().preparations().forEach(runner::addTarget);
        runner.run().close();
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
    Measured run(Batches batches, Checkpoints.State state) {
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

    private Measured run(List<Batch> parts, Checkpoints.State state) {
        Map<Quantity, Double> values = new EnumMap<>(Quantity.class);
        for (var turn : graph.steps().turns()) {
            if (turn.due(state.step())) {
                run(turn, parts, state, values);
            }
        }
        lastR1 = values.getOrDefault(Quantity.R1, lastR1);
        values.put(Quantity.R1, lastR1);
        return Measured.of(values);
    }

    private void run(Turn turn, List<Batch> parts, Checkpoints.State state, Map<Quantity, Double> values) {
        for (var part : parts) {
            each(turn.each(), part, state).forEach((quantity, value) -> merge(values, quantity, value / parts.size()));
        }
        if (turn.once() != null) {
            once(turn.once(), state).forEach((quantity, value) -> merge(values, quantity, value));
        }
    }

    /** Micro-batches add up; a step is finite if all of it is. */
    private static void merge(Map<Quantity, Double> values, Quantity quantity, double value) {
        values.merge(quantity, value, quantity == Quantity.FINITE ? Math::min : Double::sum);
    }

    private Map<Quantity, Double> each(Turn.Run run, Batch part, Checkpoints.State state) {
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

    private Map<Quantity, Double> once(Turn.Run run, Checkpoints.State state) {
        return fetched(session.runner(), run, state.step() + 1, state);
    }

    /** @param number of the micro-batch, or of the step; they are the same where a step has one micro-batch */
    private Map<Quantity, Double> fetched(Session.Runner runner, Turn.Run run, long number, Checkpoints.State state) {
        var inputs = graph.inputs();
        var schedule = config.schedule().slowed(state.recoveries());
        float scale = state.lossScale() == null ? 1 : state.lossScale().factor();
        try (var step = TInt64.scalarOf(number);
                var learningRate = TFloat32.scalarOf(schedule.learningRate(state.images()));
                var reconstructionWeight = TFloat32.scalarOf(schedule.reconstructionWeight(state.images()));
                var averageDecay = TFloat32.scalarOf(schedule.averageDecay(state.step() + 1));
                var lossScale = TFloat32.scalarOf(scale)) {
            runner.feed(inputs.step(), step)
                    .feed(inputs.learningRate(), learningRate)
                    .feed(inputs.reconstructionWeight(), reconstructionWeight)
                    .feed(inputs.averageDecay(), averageDecay)
                    .feed(inputs.lossScale(), lossScale)
                    .addTarget(run.op());
            List<Quantity> quantities = List.copyOf(run.measured().keySet());
            quantities.forEach(quantity -> runner.fetch(run.measured().get(quantity)));
            Map<Quantity, Double> values = new EnumMap<>(Quantity.class);
            try (var result = runner.run()) {
                for (int i = 0; i < quantities.size(); i++) {
                    values.put(quantities.get(i), (double) ((TFloat32) result.get(i)).getFloat());
                }
            }
            return values;
        }
    }
}
