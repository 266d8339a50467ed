package reaging.weights;

import static reaging.run.WeightNames.AVERAGED;
import static reaging.run.WeightNames.DISCRIMINATOR;
import static reaging.run.WeightNames.GENERATOR;
import static reaging.run.WeightNames.MOMENTS;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.proto.DataType;
import reaging.model.ModelConfig;
import reaging.model.NetworkVariables;
import reaging.run.WeightNames;
import reaging.runtime.TensorSpec;

/**
 * The result of comparing weights with a preset by names and shapes. Attention, which no preset has, belongs to the fit where the
 * weights have it.
 *
 * @param preset name of the preset
 * @param missing names in the preset that the weights lack
 * @param unexpected names of weights that the preset lacks
 * @param different weights of a different shape or type, with both
 */
record PresetFit(String preset, List<String> missing, List<String> unexpected, List<String> different) {
    private static final int SHOWN = 3;

    /** Returns the fit of the best matching preset. */
    static PresetFit best(Map<String, TensorSpec> weights) {
        return ModelConfig.presetNames().stream()
                .map(preset -> of(weights, preset))
                .min(Comparator.comparingInt(PresetFit::differences))
                .orElseThrow();
    }

    /** Returns the preset that the weights match exactly. */
    static Optional<String> exact(Map<String, TensorSpec> weights) {
        return weights.keySet().stream().noneMatch(PresetFit::isOurs)
                ? Optional.empty()
                : Optional.of(best(weights)).filter(PresetFit::isExact).map(PresetFit::preset);
    }

    /** Returns each network's own preset; empty if one matches none. */
    static Map<String, String> ofNetworks(Map<String, TensorSpec> weights) {
        Map<String, String> presets = new LinkedHashMap<>();
        for (var network : WeightNames.NETWORKS) {
            Map<String, TensorSpec> own = new LinkedHashMap<>(weights);
            own.keySet().removeIf(name -> !WeightNames.network(name).equals(network));
            if (!own.isEmpty()) {
                presets.put(network, exact(own).orElse(""));
            }
        }
        return presets.containsValue("") ? Map.of() : presets;
    }

    /** Compares weights with those of a preset: the networks that are present, and any moments. */
    static PresetFit of(Map<String, TensorSpec> weights, String preset) {
        var expected = expected(weights, ModelConfig.preset(preset).withAttention(attends(weights)));
        List<String> missing = new ArrayList<>(expected.keySet());
        missing.removeAll(weights.keySet());
        List<String> unexpected = new ArrayList<>(weights.keySet());
        unexpected.removeIf(name -> expected.containsKey(name) || !isOurs(name));
        List<String> different = new ArrayList<>();
        expected.forEach((name, shape) -> {
            var found = weights.get(name);
            if (found != null && !(found.shape().equals(shape) && found.type() == DataType.DT_FLOAT)) {
                different.add(name + " " + found.typeName() + " " + found.shapeText() + " for float32 "
                        + new TensorSpec(DataType.DT_FLOAT, shape).shapeText());
            }
        });
        return new PresetFit(preset, missing, unexpected, different);
    }

    private static Map<String, Shape> expected(Map<String, TensorSpec> weights, ModelConfig config) {
        Map<String, Shape> expected = new LinkedHashMap<>();
        if (has(weights, GENERATOR) || has(weights, AVERAGED)) {
            var generator = NetworkVariables.ofGenerator(config);
            for (var network : List.of(GENERATOR, AVERAGED)) {
                if (has(weights, network)) {
                    generator
                            .all()
                            .forEach((name, shape) -> expected.put(WeightNames.ofGenerator(name, network), shape));
                }
            }
            addMoments(weights, generator, expected);
        }
        if (has(weights, DISCRIMINATOR)) {
            var discriminator = NetworkVariables.ofDiscriminator(config);
            expected.putAll(discriminator.all());
            addMoments(weights, discriminator, expected);
        }
        return expected;
    }

    /** Adds the moments of a network, which must be complete or absent. */
    private static void addMoments(
            Map<String, TensorSpec> weights, NetworkVariables network, Map<String, Shape> expected) {
        Map<String, Shape> moments = new LinkedHashMap<>();
        network.trained().forEach((name, shape) -> {
            moments.put(MOMENTS + "/" + name + "/m", shape);
            moments.put(MOMENTS + "/" + name + "/v", shape);
        });
        if (moments.keySet().stream().anyMatch(weights::containsKey)) {
            expected.putAll(moments);
        }
    }

    /** Whether there are weights of a network. */
    static boolean has(Map<String, TensorSpec> weights, String network) {
        return weights.keySet().stream()
                .anyMatch(name -> WeightNames.network(name).equals(network));
    }

    /** Whether the weights are those of a decoder with attention. */
    static boolean attends(Map<String, TensorSpec> weights) {
        return weights.keySet().stream().anyMatch(WeightNames::isAttention);
    }

    private static boolean isOurs(String name) {
        var network = WeightNames.network(name);
        return network.equals(MOMENTS) || WeightNames.NETWORKS.contains(network);
    }

    private int differences() {
        return missing.size() + unexpected.size() + different.size();
    }

    /** Whether there is no difference. */
    boolean isExact() {
        return differences() == 0;
    }

    /** Describes the differences: the first few of each kind. */
    String text() {
        List<String> parts = new ArrayList<>();
        add(parts, "missing ", missing);
        add(parts, "unexpected ", unexpected);
        add(parts, "different in shape or type ", different);
        return String.join("; ", parts);
    }

    private static void add(List<String> parts, String what, List<String> names) {
        if (!names.isEmpty()) {
            var shown = names.stream().limit(SHOWN).collect(Collectors.joining(", "));
            parts.add(what + shown + (names.size() > SHOWN ? " and " + (names.size() - SHOWN) + " more" : ""));
        }
    }
}
