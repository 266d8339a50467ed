package reaging.savedmodel;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.tensorflow.Result;
import org.tensorflow.SavedModelBundle;
import org.tensorflow.Tensor;
import org.tensorflow.exceptions.TFFailedPreconditionException;
import org.tensorflow.exceptions.TFInvalidArgumentException;
import org.tensorflow.exceptions.TFUnimplementedException;
import org.tensorflow.exceptions.TensorFlowException;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.proto.SignatureDef;
import org.tensorflow.types.TFloat32;
import reaging.data.AgeGroup;
import reaging.data.Masks;
import reaging.pictures.Pictures;
import reaging.pictures.Square;
import reaging.runtime.OneDnn;
import reaging.runtime.Sessions;

/**
 * A loaded model: faces in, faces at other ages out; holds native memory until it is closed. Any SavedModel of the
 * {@link Contract} will do, whoever wrote it.
 */
public final class ReAger implements AutoCloseable {
    private final SavedModelBundle bundle;
    private final Path folder;
    private final Map<String, SignatureDef> signatures;
    private final ContractCheck check;
    private final Map<String, ModelFunction> functions = new HashMap<>();
    private final ModelCard card; // null: the model has none
    private final int imageSize;

    private ReAger(SavedModelBundle bundle, Path folder, OptionalInt size) {
        this.bundle = bundle;
        this.folder = folder;
        signatures = ModelFolder.signatures(bundle.metaGraphDef());
        check = ContractCheck.ofReAge(folder, signatures);
        check.require();
        imageSize = check.size(size);
        card = ModelCard.read(folder).orElse(null);
    }

    /** Loads a SavedModel that says the size of its faces. */
    public static ReAger load(Path folder) {
        return load(folder, OptionalInt.empty());
    }

    /**
     * Loads a SavedModel.
     *
     * @param size side of the faces in pixels, for a model that takes any
     */
    public static ReAger load(Path folder, OptionalInt size) {
        OneDnn.choose();
        ModelFolder.requireModel(folder);
        var bundle = bundle(folder);
        try {
            return new ReAger(bundle, folder, size);
        } catch (RuntimeException e) {
            bundle.close();
            throw e;
        }
    }

    private static SavedModelBundle bundle(Path folder) {
        try {
            return SavedModelBundle.loader(folder.toString())
                    .withTags(Contract.TAG)
                    .withConfigProto(Sessions.inference())
                    .load();
        } catch (TensorFlowException | TFInvalidArgumentException e) {
            ModelFolder.requireServed(folder);
            throw new IllegalArgumentException(
                    "a model must be a whole SavedModel but " + folder + " is not: " + firstLine(e)
                            + "; export it again",
                    e);
        }
    }

    /** Side S of the faces that go in and out, in pixels. */
    public int imageSize() {
        return imageSize;
    }

    /** Its name: that of its folder, or of its run. */
    public String name() {
        return Models.name(folder);
    }

    /** Whether it can be told which part of an image is the face. */
    public boolean takesMasks() {
        return signatures.containsKey(Contract.REAGE_MASKED);
    }

    /** Whether it encodes, modulates and decodes by signatures of their own, with masks. */
    public boolean offersStages() {
        return signatures.keySet().containsAll(Set.of(Contract.ENCODE_MASKED, Contract.MODULATE, Contract.DECODE));
    }

    /** What the model is. */
    public Optional<ModelCard> card() {
        return Optional.ofNullable(card);
    }

    /** The signatures by name. */
    public Map<String, SignatureDef> signatures() {
        return new TreeMap<>(signatures);
    }

    /**
     * Re-ages one face crop to several ages.
     *
     * @param face of any size; its middle square is brought to S x S
     * @param mask white at the face, black at the background, of the same size; null: all of it is face
     * @param ages in years, 0 to 120
     * @return S x S, in the order of the ages
     */
    public List<BufferedImage> reAge(BufferedImage face, BufferedImage mask, double... ages) {
        float[] pixels = Square.signed(face, imageSize);
        float[] weights = mask == null ? null : Masks.GREY.weights(Square.nearest(mask, imageSize));
        List<BufferedImage> results = new ArrayList<>();
        for (double age : ages) {
            AgeGroup.requireAge(age);
            try (var images = tensor(pixels, 3);
                    var masks = weights == null ? null : tensor(weights, 1);
                    var years = TFloat32.vectorOf((float) age);
                    var result = reAge(images, masks, years)) {
                results.add(picture((TFloat32) result.get(0)));
            }
        }
        return results;
    }

    /** The first of a batch of results, which have to be faces of this model's size in the contract's range. */
    private BufferedImage picture(TFloat32 reAged) {
        check.requireSize(reAged.shape(), imageSize);
        float least = Float.POSITIVE_INFINITY;
        float most = Float.NEGATIVE_INFINITY;
        for (var value : reAged.scalars()) {
            least = Math.min(least, value.getFloat());
            most = Math.max(most, value.getFloat());
        }
        check.requirePixels(least, most);
        return Pictures.of(reAged.get(0));
    }

    /** A batch of one. */
    private TFloat32 tensor(float[] values, int channels) {
        return TFloat32.tensorOf(Shape.of(1, imageSize, imageSize, channels), DataBuffers.of(values));
    }

    /**
     * Re-ages a batch.
     *
     * @param images [N, S, S, 3] in [-1, 1]
     * @param masks [N, S, S, 1], 1 = face; null: all of it is face
     * @param years [N]
     * @return holds one tensor, [N, S, S, 3] in [-1, 1]; the caller closes it
     */
    public Result reAge(TFloat32 images, TFloat32 masks, TFloat32 years) {
        check.requireCount(images.shape().get(0));
        return masks == null
                ? call(Contract.REAGE, Map.of(Contract.IMAGE, images, Contract.TARGET_AGE, years))
                : call(
                        Contract.REAGE_MASKED,
                        Map.of(Contract.IMAGE, images, Contract.MASK, masks, Contract.TARGET_AGE, years));
    }

    /**
     * Calls any signature of the {@link Contract}.
     *
     * @param inputs by their names in the contract
     * @return holds the one tensor of the contract; the caller closes it
     */
    public Result call(String name, Map<String, ? extends Tensor> inputs) {
        var signature = signatures.get(name);
        if (signature == null) {
            throw new IllegalArgumentException("a model must have the signature " + name + " for this but has only "
                    + String.join(", ", signatures().keySet()) + "; "
                    + (name.equals(Contract.REAGE_MASKED) ? "leave the mask out" : "export it again"));
        }
        var output = Contract.output(name);
        if (!signature.containsOutputs(output)
                || !signature.getInputsMap().keySet().equals(inputs.keySet())) {
            throw new IllegalArgumentException("a model's " + name + " must take " + new TreeSet<>(inputs.keySet())
                    + " and give " + output + " but that of " + folder + " is " + SignatureText.of(signature));
        }
        try {
            return function(name, signature, output).call(inputs);
        } catch (TFFailedPreconditionException e) {
            throw new IllegalArgumentException(
                    "a model must restore its variables when it is loaded but " + folder + " does not: "
                            + firstLine(e) + "; export it with \"ragan export\", with Keras' model.export(), or as"
                            + " notebooks/re_aging_gan.py does",
                    e);
        } catch (TFInvalidArgumentException | TFUnimplementedException e) {
            throw new IllegalArgumentException(
                    "a model must be able to run here but " + name + "(" + SignatureText.of(signature) + ") of "
                            + folder + " is not: " + firstLine(e),
                    e);
        }
    }

    /** One at a time: each adds ops to the model's graph. */
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
