package reaging.weights;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import org.tensorflow.proto.SignatureDef;
import reaging.model.Upsampling;
import reaging.run.Checkpoints;
import reaging.run.RunFolder;
import reaging.run.WeightNames;
import reaging.runtime.TensorSpec;
import reaging.savedmodel.ModelCard;
import reaging.savedmodel.ModelFolder;
import reaging.savedmodel.ObjectGraph;

/**
 * The contents of a SavedModel, a checkpoint, {@code .weights.h5} files or a run, read without running anything.
 *
 * @param format which of these it is
 * @param tensorflowVersion version of TensorFlow that wrote a SavedModel; empty if unknown
 * @param signatures signatures of a SavedModel by name
 * @param missingOps ops that a SavedModel needs and this TensorFlow lacks
 * @param variables variables by name: this project's names for its networks' weights, the file's names for all others
 * @param step finished steps of training; empty if unknown
 * @param card model card of a SavedModel
 * @param upsampling upsampling of the decoder, which the variables don't show; empty if neither a card nor a run tells
 */
public record Contents(
        Format format,
        String tensorflowVersion,
        Map<String, SignatureDef> signatures,
        Set<String> missingOps,
        Map<String, TensorSpec> variables,
        OptionalLong step,
        Optional<ModelCard> card,
        Optional<Upsampling> upsampling) {

    /** The formats. */
    public enum Format {
        OBJECT_BASED_SAVED_MODEL("object-based SavedModel of TensorFlow 2"),
        SESSION_STYLE_SAVED_MODEL("session-style SavedModel"),
        OBJECT_BASED_CHECKPOINT("object-based checkpoint of tf.train.Checkpoint"),
        NAME_BASED_CHECKPOINT("name-based checkpoint"),
        KERAS_H5("Keras 3 .weights.h5"),
        KERAS_MODEL("whole Keras model in HDF5"),
        RUN("run of ragan");

        private final String text;

        Format(String text) {
            this.text = text;
        }

        /** Returns the format in words. */
        public String text() {
            return text;
        }
    }

    /**
     * Reads the contents of a path.
     *
     * @throws IllegalArgumentException if there are no weights
     */
    public static Contents read(Path path) {
        var location = WeightLocation.of(path);
        var contents =
                switch (location.kind()) {
                    case SAVED_MODEL -> ofModel(location.path());
                    case RUN -> ofRun(new RunFolder(location.path()));
                    case CHECKPOINT ->
                        ofCheckpoint(CheckpointSource.open(location.path().toString()));
                    case KERAS_FILE -> ofKerasFile(location.path());
                    case KERAS_FOLDER ->
                        of(Format.KERAS_H5, new TreeMap<>(location.open().weights()));
                };
        return contents.withUpsampling(location.upsampling());
    }

    private static Contents ofKerasFile(Path path) {
        try (var file = new KerasFile(path)) {
            return of(
                    file.isWholeModel() ? Format.KERAS_MODEL : Format.KERAS_H5,
                    new TreeMap<>(KerasSource.ofFile(path).weights()));
        }
    }

    private static Contents ofModel(Path folder) {
        var model = ModelFolder.read(folder);
        return new Contents(
                model.objectBased() ? Format.OBJECT_BASED_SAVED_MODEL : Format.SESSION_STYLE_SAVED_MODEL,
                model.tensorflowVersion(),
                model.signatures(),
                model.missingOps(),
                Files.exists(folder.resolve("variables"))
                        ? named(CheckpointSource.open(ModelFolder.variables(folder)))
                        : Map.of(),
                OptionalLong.empty(),
                model.card(),
                Optional.empty());
    }

    private static Contents ofRun(RunFolder run) {
        var checkpoint = new Checkpoints(run.checkpoints()).latest();
        var variables = checkpoint
                .map(newest -> CheckpointSource.open(newest.variables()).weights())
                .orElse(Map.of());
        var step = checkpoint.map(newest -> OptionalLong.of(newest.state().step()));
        return of(Format.RUN, new TreeMap<>(variables)).withStep(step.orElse(OptionalLong.empty()));
    }

    private static Contents ofCheckpoint(CheckpointSource source) {
        var format = source.objectBased() ? Format.OBJECT_BASED_CHECKPOINT : Format.NAME_BASED_CHECKPOINT;
        return of(format, named(source))
                .withStep(source.steps().values().stream()
                        .mapToLong(Long::longValue)
                        .findFirst());
    }

    private static Contents of(Format format, Map<String, TensorSpec> variables) {
        return new Contents(
                format, "", Map.of(), Set.of(), variables, OptionalLong.empty(), Optional.empty(), Optional.empty());
    }

    private Contents withStep(OptionalLong other) {
        return new Contents(format, tensorflowVersion, signatures, missingOps, variables, other, card, upsampling);
    }

    private Contents withUpsampling(Optional<Upsampling> other) {
        return new Contents(format, tensorflowVersion, signatures, missingOps, variables, step, card, other);
    }

    /** Returns all variables of a checkpoint, under this project's names if known. */
    private static Map<String, TensorSpec> named(CheckpointSource source) {
        Map<String, String> names = new HashMap<>();
        source.keys().forEach((name, key) -> names.put(key, name));
        Map<String, TensorSpec> variables = new TreeMap<>();
        source.tensors().forEach((key, spec) -> {
            if (!key.equals(ObjectGraph.KEY)) {
                variables.put(names.getOrDefault(key, ObjectGraph.path(key)), spec);
            }
        });
        return variables;
    }

    /** Returns the preset that matches the weights of this project's networks among the variables. */
    public Optional<String> preset() {
        return PresetFit.exact(variables);
    }

    /** Whether there is a decoder with attention among the variables. */
    public boolean attention() {
        return PresetFit.attends(variables);
    }

    /** Returns the number of values in all variables. */
    public long values() {
        return variables.values().stream()
                .mapToLong(spec -> spec.shape().size())
                .sum();
    }

    /** Returns the number of trained values in each of this project's networks that is present. */
    public Map<String, Long> parameters() {
        Map<String, Long> parameters = new TreeMap<>();
        variables.forEach((name, spec) -> {
            var network = WeightNames.network(name);
            if (WeightNames.NETWORKS.contains(network) && !WeightNames.isStatistic(name)) {
                parameters.merge(network, spec.shape().size(), Long::sum);
            }
        });
        return parameters;
    }
}
