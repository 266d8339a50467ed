package reaging.weights;

import static reaging.run.WeightNames.AVERAGED;
import static reaging.run.WeightNames.DISCRIMINATOR;
import static reaging.run.WeightNames.GENERATOR;
import static reaging.run.WeightNames.MOMENTS;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import reaging.files.NewFolder;
import reaging.model.ModelConfig;
import reaging.model.Upsampling;
import reaging.run.Checkpoints;
import reaging.run.RunConfig;
import reaging.run.RunFolder;
import reaging.run.WeightNames;
import reaging.runtime.Variable;
import reaging.training.RunVariables;

/**
 * Creates a run from external weights: a checkpoint of {@code tf.train.Checkpoint}, a SavedModel, or {@code .weights.h5} files,
 * whichever program wrote them.
 */
public final class Importer {
    private final Path path;
    private final WeightSource source;
    private final Upsampling upsampling;

    /** The step at which training continues, which takes the moments of both networks; empty: it starts from step 0. */
    private final OptionalLong step;

    /**
     * The result of an import.
     *
     * @param state state of the new run
     * @param found what was imported, in words
     * @param filled what was missing and how it was initialized, in words; empty: nothing was missing
     */
    public record Result(Checkpoints.State state, String found, String filled) {}

    private Importer(Path path, WeightSource source, Upsampling upsampling, OptionalLong step) {
        this.path = path;
        this.source = source;
        this.upsampling = upsampling;
        this.step = step;
    }

    private Importer(Path path, WeightSource source, Upsampling upsampling) {
        this.path = path;
        this.source = source;
        this.upsampling = upsampling;
        step = has(GENERATOR) && has(DISCRIMINATOR) && hasMoments(GENERATOR) && hasMoments(DISCRIMINATOR)
                ? source.step()
                : OptionalLong.empty();
    }

    /**
     * Opens weights.
     *
     * @param path a folder, a file, or the prefix of a checkpoint
     * @throws IllegalArgumentException if they contain no generator
     */
    public static Importer open(Path path) {
        var location = WeightLocation.of(path);
        var importer = new Importer(path, location.open(), location.upsampling().orElse(Upsampling.NEAREST));
        if (!importer.has(GENERATOR) && !importer.has(AVERAGED)) {
            throw new IllegalArgumentException("weights to import must hold a generator, of several the one called "
                    + "generator, but those of " + path + " hold no identity_encoder, age_modulator and decoder under"
                    + " one; look inside");
        }
        return importer;
    }

    /**
     * Returns the preset that the weights fit.
     *
     * @throws IllegalArgumentException if they fit none, or their networks fit different ones
     */
    public String preset() {
        var fit = PresetFit.best(source.weights());
        if (!fit.isExact()) {
            var several = PresetFit.ofNetworks(source.weights());
            throw new IllegalArgumentException("weights must fit one preset but those of " + path
                    + (several.isEmpty()
                            ? " fit none; " + fit.preset() + " comes nearest: " + fit.text()
                                    + "; save them at the sizes of a preset"
                            : " fit several: " + several + "; take networks of one training"));
        }
        return fit.preset();
    }

    /**
     * Returns the kind of upsampling that the weights were trained with. The weights themselves do not show it: it comes from the
     * model card or the run beside them, and is nearest if there is neither.
     */
    public Upsampling upsampling() {
        return upsampling;
    }

    /** Whether the weights are those of a decoder with attention. */
    public boolean attention() {
        return PresetFit.attends(source.weights());
    }

    /**
     * Makes sure that the weights fit a preset.
     *
     * @throws IllegalArgumentException if they do not; the message names the preset that they do fit, if any
     */
    public void require(String preset) {
        var fit = PresetFit.of(source.weights(), preset);
        if (!fit.isExact()) {
            var other = PresetFit.exact(source.weights())
                    .map(name -> "they fit " + name + "; take that preset")
                    .orElse("they fit no other either; save them at the sizes of a preset");
            throw new IllegalArgumentException(
                    "weights must fit " + preset + " but those of " + path + " do not: " + fit.text() + "; " + other);
        }
    }

    /** Creates the run. Its folder, which must not exist, appears only once it is complete. */
    public Result into(Path folder, RunConfig config) {
        return NewFolder.write(folder, beside -> write(RunFolder.create(beside, config), config));
    }

    /**
     * Makes sure that a run with this configuration can start from the weights as they are.
     *
     * @throws IllegalArgumentException if it cannot
     */
    public void require(RunConfig config) {
        require(config.model().preset());
        requireWhole(config);
    }

    private void requireWhole(RunConfig config) {
        if (attention() && !config.model().attention()) {
            throw new IllegalArgumentException(
                    "a run must have the attention that its weights have but has none; give the run attention");
        }
        if (!config.model().without().isEmpty()) {
            throw new IllegalArgumentException("a run that begins with weights must have the whole network but is"
                    + " without " + config.model().without() + "; give it the whole network");
        }
    }

    /**
     * Returns the initial weights of a run: these weights as they are or, if they are those of a network of half the image size,
     * as the inner part of the run's network, which has one more level around it.
     *
     * @throws IllegalArgumentException if they fit in neither way
     */
    public Importer forRun(RunConfig config) {
        requireWhole(config);
        // The search among the other presets comes last, since it builds the networks of all of them.
        boolean fits = PresetFit.of(source.weights(), config.model().preset()).isExact();
        if (!fits && grows(config.model())) {
            return new Importer(path, new GrownSource(source, config.model()), upsampling);
        }
        require(config.model().preset());
        return this;
    }

    private boolean grows(ModelConfig larger) {
        return PresetFit.exact(source.weights())
                .map(ModelConfig::preset)
                .filter(smaller -> GrownSource.grows(smaller, larger))
                .isPresent();
    }

    /** Starts a run without checkpoints from the weights, at step 0 even if they come with moments and a step. */
    public Result begin(RunFolder run, RunConfig config) {
        return new Importer(path, source, upsampling, OptionalLong.empty()).write(run, config);
    }

    private Result write(RunFolder run, RunConfig config) {
        long done = step.orElse(0);
        var state = new Checkpoints.State(done, done * config.training().batch(), 0);
        try (var variables = RunVariables.ofNewRun(config)) {
            source.restore(variables.graph(), variables.session(), sources(variables.all()));
            variables.save(run, state);
        }
        return new Result(state, found(), filled(config));
    }

    /** Maps variables to the names of their weights; variables that are not among them keep their initial values. */
    private Map<Variable, String> sources(List<Variable> variables) {
        Map<Variable, String> sources = new LinkedHashMap<>();
        for (var variable : variables) {
            var name = variable.name();
            var from = isGenerator(name) && !source.weights().containsKey(name)
                    ? WeightNames.ofGenerator(name, has(GENERATOR) ? GENERATOR : AVERAGED)
                    : name;
            boolean wanted = step.isPresent() || !WeightNames.network(name).equals(MOMENTS);
            if (wanted && source.weights().containsKey(from)) {
                sources.put(variable, from);
            }
        }
        return sources;
    }

    private static boolean isGenerator(String name) {
        var network = WeightNames.network(name);
        return network.equals(GENERATOR) || network.equals(AVERAGED);
    }

    private String found() {
        List<String> parts = new ArrayList<>();
        add(parts, has(GENERATOR), "generator");
        add(parts, has(AVERAGED), "averaged generator");
        add(parts, has(DISCRIMINATOR), "discriminator");
        add(parts, step.isPresent(), "moments of both optimizers at step " + step.orElse(0));
        return String.join(", ", parts);
    }

    private String filled(RunConfig config) {
        List<String> parts = new ArrayList<>();
        add(parts, !has(GENERATOR), "generator from the averaged one");
        add(parts, !has(AVERAGED), "averaged generator from the generator");
        add(parts, source instanceof GrownSource, "the outermost blocks, which add nothing yet");
        add(parts, config.model().attention() && !attention(), "attention at its first values");
        add(parts, !has(DISCRIMINATOR), "discriminator at its first values");
        add(parts, step.isEmpty(), "moments at zero, so that training begins at step 0");
        return String.join(", ", parts);
    }

    private static void add(List<String> parts, boolean holds, String part) {
        if (holds) {
            parts.add(part);
        }
    }

    private boolean hasMoments(String network) {
        return source.weights().keySet().stream().anyMatch(name -> name.startsWith(MOMENTS + "/" + network + "/"));
    }

    private boolean has(String network) {
        return PresetFit.has(source.weights(), network);
    }
}
