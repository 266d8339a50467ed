package reaging.training;

import java.util.List;
import org.tensorflow.Graph;
import org.tensorflow.Session;
import org.tensorflow.op.Ops;
import reaging.model.Discriminator;
import reaging.model.Generator;
import reaging.model.ModelConfig;
import reaging.nn.Weights;
import reaging.run.Checkpoints;
import reaging.run.RunConfig;
import reaging.run.RunFolder;
import reaging.runtime.Graphs;
import reaging.runtime.Sessions;
import reaging.runtime.Variable;
import reaging.runtime.VariableFile;
import reaging.training.optimizer.Adam;

/**
 * The variables of a run outside of training: both networks, the averaged generator and Adam's moments. It holds a graph and a
 * session until it is closed.
 */
public final class RunVariables implements AutoCloseable {
    private final Graph graph = Graphs.open();
    private final TrainingGraph.Networks networks;
    private final VariableFile file;
    private final Session session;

    private RunVariables(RunConfig config) {
        networks = networks(graph, config.model(), config.training().seed());
        file = VariableFile.of(Ops.create(graph), networks.all());
        session = new Session(graph, Sessions.inference());
    }

    /** Creates the variables of {@link TrainingGraph#build} without its ops. */
    private static TrainingGraph.Networks networks(Graph graph, ModelConfig model, long seed) {
        var generator = Weights.of(graph, "generator", seed);
        var discriminator = Weights.of(graph, "discriminator", seed);
        var averaged = Weights.of(graph, "generator_ema", seed);
        var moments = Weights.of(graph, "adam", seed);
        new Generator(generator, model);
        new Discriminator(discriminator, model);
        new Generator(averaged, model);
        Adam.moments(generator, moments);
        Adam.moments(discriminator, moments);
        return new TrainingGraph.Networks(generator, discriminator, averaged, moments);
    }

    /** Creates the variables with the initial values of a new run. */
    public static RunVariables ofNewRun(RunConfig config) {
        var variables = new RunVariables(config);
        var runner = variables.session.runner();
        variables.networks.initializers().forEach(runner::addTarget);
        runner.run().close();
        return variables;
    }

    /** Creates the variables with the values of a checkpoint. */
    public static RunVariables of(RunConfig config, Checkpoints.Checkpoint checkpoint) {
        var variables = new RunVariables(config);
        variables.file.restore(variables.session, checkpoint.variables());
        return variables;
    }

    /** Returns all variables. */
    public List<Variable> all() {
        return networks.all();
    }

    /** Returns their graph. */
    public Graph graph() {
        return graph;
    }

    /** Returns the session that holds their values. */
    public Session session() {
        return session;
    }

    /** Writes them as the checkpoint of a run. */
    public void save(RunFolder run, Checkpoints.State state) {
        new Checkpoints(run.checkpoints()).save(session, file, state);
    }

    @Override
    public void close() {
        session.close();
        graph.close();
    }
}
