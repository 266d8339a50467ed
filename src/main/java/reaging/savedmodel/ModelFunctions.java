package reaging.savedmodel;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.tensorflow.Result;
import org.tensorflow.SavedModelBundle;
import org.tensorflow.Tensor;
import org.tensorflow.exceptions.TFFailedPreconditionException;
import org.tensorflow.exceptions.TFInvalidArgumentException;
import org.tensorflow.exceptions.TFUnimplementedException;
import org.tensorflow.exceptions.TensorFlowException;
import org.tensorflow.proto.SignatureDef;
import reaging.runtime.OneDnn;
import reaging.runtime.Sessions;

/** The signatures of a loaded model, called by name; it holds native memory until it is closed. */
final class ModelFunctions implements AutoCloseable {
    private final Path folder;
    private final SavedModelBundle bundle;
    private final Map<String, SignatureDef> signatures;
    private final Map<String, ModelFunction> functions = new HashMap<>();

    private ModelFunctions(Path folder, SavedModelBundle bundle) {
        this.folder = folder;
        this.bundle = bundle;
        signatures = ModelFolder.signatures(bundle.metaGraphDef());
    }

    static ModelFunctions load(Path folder) {
        OneDnn.choose();
        ModelFolder.requireModel(folder);
        try {
            return new ModelFunctions(
                    folder,
                    SavedModelBundle.loader(folder.toString())
                            .withTags(Contract.TAG)
                            .withConfigProto(Sessions.inference())
                            .load());
        } catch (TensorFlowException | TFInvalidArgumentException e) {
            ModelFolder.requireServed(folder);
            throw new IllegalArgumentException(
                    "a model must be an intact SavedModel but " + folder + " is not: " + firstLine(e)
                            + "; export it again",
                    e);
        }
    }

    /** Returns the signatures by name, in order. */
    Map<String, SignatureDef> signatures() {
        return new TreeMap<>(signatures);
    }

    /**
     * Calls a signature of the {@link Contract}.
     *
     * @param inputs inputs by their names in the contract
     * @return a result with the contract's only output; the caller closes it
     */
    Result call(String name, Map<String, ? extends Tensor> inputs) {
        var signature = signatures.get(name);
        if (signature == null) {
            throw new IllegalArgumentException("this needs a model with the signature " + name + " but it has only "
                    + String.join(", ", signatures().keySet()) + "; "
                    + (name.equals(Contract.REAGE_MASKED) ? "leave the mask out" : "export it again"));
        }
        var output = Contract.output(name);
        if (!signature.containsOutputs(output)
                || !signature.getInputsMap().keySet().equals(inputs.keySet())) {
            throw new IllegalArgumentException("a model's " + name + " must take " + new TreeSet<>(inputs.keySet())
                    + " and return " + output + " but that of " + folder + " is " + SignatureText.of(signature));
        }
        try {
            return function(name, signature, output).call(inputs);
        } catch (TFFailedPreconditionException e) {
            throw new IllegalArgumentException(
                    "a model must restore its variables when it is loaded but " + folder + " does not: "
                            + firstLine(e) + "; export it with this program, with Keras' model.export(), or as"
                            + " notebooks/re_aging_gan.py does",
                    e);
        } catch (TFInvalidArgumentException | TFUnimplementedException e) {
            throw new IllegalArgumentException(
                    "a model must be able to run here but " + name + "(" + SignatureText.of(signature) + ") of "
                            + folder + " is not: " + firstLine(e),
                    e);
        }
    }

    /** Returns the function of a signature; synchronized, since each adds ops to the model's graph. */
    private synchronized ModelFunction function(String name, SignatureDef signature, String output) {
        return functions.computeIfAbsent(name, absent -> new ModelFunction(bundle, signature, output));
    }

    private static String firstLine(Exception e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("no reason given");
    }

    @Override
    public void close() {
        bundle.close();
    }
}
