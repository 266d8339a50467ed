package reaging.training;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.Tensor;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt64;
import reaging.data.Batch;
import reaging.data.Batches;
import reaging.data.FaceSet;
import reaging.run.Checkpoints;
import reaging.run.Metrics;
import reaging.run.Metrics.Term;
import reaging.run.TrainingConfig;
import reaging.runtime.Profiler;

/** Runs one step in a session: both networks and the average move. */
final class TrainingStep {
    private final Session session;
    private final TrainingGraph graph;
    private final Towers towers;
    private final TrainingConfig config;
    private final Function<Session.Runner, Result> execution;
    private double lastR1; // with a lazy penalty, most steps measure none

    TrainingStep(Session session, TrainingGraph graph, Towers towers, TrainingConfig config) {
        this(session, graph, towers, config, Session.Runner::run);
    }

    private TrainingStep(
            Session session,
            TrainingGraph graph,
            Towers towers,
            TrainingConfig config,
            Function<Session.Runner, Result> execution) {
        this.session = session;
        this.graph = graph;
        this.towers = towers;
        this.config = config;
        this.execution = execution;
    }

    /** Returns the same step with all its runs made by a profiler. */
    TrainingStep profiled(Profiler profiler) {
        return new TrainingStep(session, graph, towers, config, profiler::run);
    }

    /** Returns the micro-batches of the steps after a state; the caller closes them. */
    static Batches batches(
            FaceSet faces, int size, TrainingConfig config, Checkpoints.State state, Consumer<String> notices) {
        long first = state.step() * config.microBatches() + 1;
        return new Batches(size, config.sampler(faces), first, notices);
    }

    /**
     * Takes the step after a state. With a lazy penalty, it reports the value of the last step that had one.
     *
     * @param batches source of the step's micro-batches
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
                for (int first = 0; first < parts.size(); first += towers.count()) {
                    int end = Math.min(first + towers.count(), parts.size());
                    for (var measured : together(run, parts.subList(first, end), state)) {
                        measured.forEach((term, value) -> merge(values, term, value / parts.size()));
                    }
                }
            }
        }
    }

    /** Adds up the terms of micro-batches; a step is finite only if all of them are. */
    private static void merge(Map<Term, Double> values, Term term, double value) {
        values.merge(term, value, term == Term.FINITE_GRADIENTS ? Math::min : Double::sum);
    }

    /** Runs the graph once for several micro-batches, each on its own device, and returns the terms of each. */
    private List<Map<Term, Double>> together(TrainingGraph.Run run, List<Batch> parts, Checkpoints.State state) {
        var inputs = graph.inputs();
        List<Term> terms = List.copyOf(run.measured().keySet());
        var runner = session.runner();
        try (var fed = new Fed(runner)) {
            for (int i = 0; i < parts.size(); i++) {
                int tower = i;
                var part = parts.get(i);
                Function<Operand<?>, Optional<Output<?>>> input = operand -> towers.input(tower, operand);
                input.apply(inputs.images())
                        .ifPresent(to -> runner.feed(to, part.pixels().images()));
                input.apply(inputs.masks())
                        .ifPresent(to -> runner.feed(to, part.pixels().masks()));
                fed.feed(input.apply(inputs.groups()), part.groupsOneHot());
                fed.feed(input.apply(inputs.targets()), part.targetsOneHot());
                feedNumbers(fed, input, part.step(), state);
                runner.addTarget(towers.at(tower, run.op()));
                terms.forEach(term -> runner.fetch(towers.output(
                        tower, Objects.requireNonNull(run.measured().get(term)))));
            }
            try (var result = execution.apply(runner)) {
                List<Map<Term, Double>> measured = new ArrayList<>();
                for (int i = 0; i < parts.size(); i++) {
                    measured.add(values(terms, result, i * terms.size()));
                }
                return measured;
            }
        }
    }

    private Map<Term, Double> once(TrainingGraph.Run run, Checkpoints.State state) {
        List<Term> terms = List.copyOf(run.measured().keySet());
        var runner = session.runner().addTarget(run.op());
        terms.forEach(term -> runner.fetch(run.measured().get(term)));
        try (var fed = new Fed(runner)) {
            feedNumbers(fed, operand -> Optional.of(operand.asOutput()), state.step() + 1, state);
            try (var result = execution.apply(runner)) {
                return values(terms, result, 0);
            }
        }
    }

    /** Feeds the numbers; {@code number} is that of the micro-batch or step, which agree if a step has one micro-batch. */
    private void feedNumbers(
            Fed fed, Function<Operand<?>, Optional<Output<?>>> input, long number, Checkpoints.State state) {
        var inputs = graph.inputs();
        var schedule = config.schedule().slowed(state.recoveries());
        float reconstructionWeight = schedule.reconstructionWeight(state.images());
        fed.feed(input.apply(inputs.step()), TInt64.scalarOf(number));
        fed.feed(input.apply(inputs.learningRate()), TFloat32.scalarOf(schedule.learningRate(state.images())));
        fed.feed(input.apply(inputs.reconstructionWeight()), TFloat32.scalarOf(reconstructionWeight));
        fed.feed(input.apply(inputs.averageDecay()), TFloat32.scalarOf(config.averageDecay(state.step() + 1)));
        fed.feed(input.apply(inputs.lossScale()), TFloat32.scalarOf(state.lossFactor()));
    }

    private static Map<Term, Double> values(List<Term> terms, Result result, int first) {
        Map<Term, Double> values = new EnumMap<>(Term.class);
        for (int i = 0; i < terms.size(); i++) {
            values.put(terms.get(i), (double) ((TFloat32) result.get(first + i)).getFloat());
        }
        return values;
    }

    /** Feeds tensors to one run and closes them afterwards. */
    private record Fed(Session.Runner runner, List<Tensor> tensors) implements AutoCloseable {
        Fed(Session.Runner runner) {
            this(runner, new ArrayList<>());
        }

        /** Feeds an input; an empty one is not read by any op. */
        void feed(Optional<Output<?>> input, Tensor tensor) {
            tensors.add(tensor);
            input.ifPresent(to -> runner.feed(to, tensor));
        }

        @Override
        public void close() {
            tensors.forEach(Tensor::close);
        }
    }
}
