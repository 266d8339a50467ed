package reaging.savedmodel;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.SavedModelBundle;
import org.tensorflow.Session;
import org.tensorflow.Tensor;
import org.tensorflow.op.Ops;
import org.tensorflow.proto.SignatureDef;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.family.TNumber;

/** A signature of a loaded model, called according to the {@link Contract}. */
final class ModelFunction {
    private static final Map<String, Integer> CHANNELS = Map.of(Contract.IMAGE, 3, Contract.MASK, 1);

    private final Session session;
    private final Map<String, ModelInput> inputs = new LinkedHashMap<>();
    private final Operand<?> fetched;

    /**
     * Adds the conversion ops that the signature needs to the model's graph.
     *
     * @param output name of the output to fetch; a model may have others
     */
    ModelFunction(SavedModelBundle bundle, SignatureDef signature, String output) {
        session = bundle.session();
        Ops tf = Ops.create(bundle.graph());
        signature.getInputsMap().forEach((name, info) -> inputs.put(name, input(tf, name, new TensorForm(info))));
        fetched = output(tf, bundle, new TensorForm(signature.getOutputsOrThrow(output)), output);
    }

    private static ModelInput input(Ops tf, String name, TensorForm form) {
        if (form.type().isEmpty()) {
            return ModelInput.plain(form);
        }
        if (CHANNELS.containsKey(name)) {
            return ModelInput.pictures(tf, form, CHANNELS.get(name));
        }
        return name.equals(Contract.TARGET_AGE) ? ModelInput.ages(tf, form) : ModelInput.plain(form);
    }

    /** Converts faces to the contract's form; other outputs are not changed. */
    private static Operand<?> output(Ops tf, SavedModelBundle bundle, TensorForm form, String name) {
        var parts = form.info().getName().split(":", -1);
        var own = bundle.graph().operation(parts[0]).output(Integer.parseInt(parts[1]));
        if (!name.equals(Contract.REAGED) || form.type().isEmpty()) {
            return own;
        }
        Operand<TFloat32> values = form.isFloat32()
                ? own.expect(TFloat32.class)
                : tf.dtypes.cast(own.expect(number(form)), TFloat32.class);
        if (form.isWhole()) {
            values = tf.math.sub(tf.math.div(values, tf.constant(127.5f)), tf.constant(1f));
        }
        return form.channelsFirst(3) ? tf.linalg.transpose(values, tf.array(0, 2, 3, 1)) : values;
    }

    private static Class<? extends TNumber> number(TensorForm form) {
        return form.type().orElseThrow();
    }

    /**
     * Runs the model.
     *
     * @param values inputs by their names in the contract
     * @return a result with one tensor
     */
    Result call(Map<String, ? extends Tensor> values) {
        Map<String, Tensor> foreign = new LinkedHashMap<>(values);
        foreign.keySet().removeIf(name -> !input(name).converts());
        if (foreign.isEmpty()) {
            return call(values, Map.of());
        }
        var runner = session.runner();
        foreign.forEach((name, value) -> input(name).convert(runner, value));
        try (var converted = runner.run()) {
            return call(values, byName(List.copyOf(foreign.keySet()), converted));
        }
    }

    private ModelInput input(String name) {
        return Objects.requireNonNull(inputs.get(name), name);
    }

    private static Map<String, Tensor> byName(List<String> names, Result converted) {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            tensors.put(names.get(i), converted.get(i));
        }
        return tensors;
    }

    private Result call(Map<String, ? extends Tensor> values, Map<String, Tensor> converted) {
        var runner = session.runner().fetch(fetched);
        values.forEach((name, value) -> input(name).feed(runner, converted.getOrDefault(name, value)));
        return runner.run();
    }
}
