package reaging.savedmodel;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.tensorflow.Result;
import org.tensorflow.SavedModelBundle;
import org.tensorflow.Tensor;
import org.tensorflow.exceptions.TFFailedPreconditionException;
import org.tensorflow.exceptions.TFInvalidArgumentException;
import org.tensorflow.exceptions.TensorFlowException;
import org.tensorflow.ndarray.StdArrays;
import org.tensorflow.proto.SignatureDef;
import org.tensorflow.types.TFloat32;
import reaging.data.AgeGroup;
import reaging.pictures.Pictures;
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
    private final ModelCard card; // null: the model has none
    private final int imageSize;

    private ReAger(SavedModelBundle bundle, Path folder) {
        this.bundle = bundle;
        this.folder = folder;
        signatures = bundle.metaGraphDef().getSignatureDefMap();
        requireSignature();
        card = ModelCard.read(folder).orElse(null);
        imageSize = (int) signatures
                .get(Contract.REAGE)
                .getInputsOrThrow(Contract.IMAGE)
                .getTensorShape()
                .getDim(1)
                .getSize();
    }

    /** Loads a SavedModel. */
    public static ReAger load(Path folder) {
        OneDnn.choose();
        ModelFolder.requireModel(folder);
        try {
            var bundle = SavedModelBundle.loader(folder.toString())
                    .withTags(Contract.TAG)
                    .withConfigProto(Sessions.inference())
                    .load();
            return new ReAger(bundle, folder);
        } catch (TensorFlowException | TFInvalidArgumentException e) {
            throw new IllegalArgumentException(
                    "a model must be a whole SavedModel but " + folder + " is not: " + firstLine(e)
                            + "; export it again",
                    e);
        }
    }

    private void requireSignature() {
        var signature = signatures.get(Contract.REAGE);
        if (signature == null
                || !signature.containsInputs(Contract.IMAGE)
                || !signature.containsInputs(Contract.TARGET_AGE)
                || !signature.containsOutputs(Contract.REAGED)) {
            bundle.close();
            throw new IllegalArgumentException("a model must have the signature " + Contract.REAGE
                    + "(image, target_age) -> reaged but " + folder + " has "
                    + signatures.keySet().stream().sorted().collect(Collectors.joining(", "))
                    + "; \"ragan inspect\" shows them");
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
        float[][][] pixels = Pictures.pixels(Pictures.square(face, imageSize));
        float[][][] weights = mask == null ? null : Pictures.weights(Pictures.square(mask, imageSize));
        List<BufferedImage> results = new ArrayList<>();
        for (double age : ages) {
            AgeGroup.requireAge(age);
            try (var images = TFloat32.tensorOf(StdArrays.ndCopyOf(new float[][][][] {pixels}));
                    var masks = weights == null
                            ? null
                            : TFloat32.tensorOf(StdArrays.ndCopyOf(new float[][][][] {weights}));
                    var years = TFloat32.vectorOf((float) age);
                    var result = reAge(images, masks, years)) {
                results.add(Pictures.of(((TFloat32) result.get(0)).get(0)));
            }
        }
        return results;
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
     * @return holds the one tensor that the signature gives; the caller closes it
     */
    public Result call(String name, Map<String, ? extends Tensor> inputs) {
        var signature = signatures.get(name);
        if (signature == null) {
            throw new IllegalArgumentException("a model must have the signature " + name + " for this but has only "
                    + String.join(", ", signatures().keySet()) + "; "
                    + (name.equals(Contract.REAGE_MASKED) ? "leave the mask out" : "export it again"));
        }
        var runner = bundle.session().runner();
        inputs.forEach(
                (input, value) -> runner.feed(signature.getInputsOrThrow(input).getName(), value));
        signature.getOutputsMap().values().forEach(output -> runner.fetch(output.getName()));
        try {
            return runner.run();
        } catch (TFFailedPreconditionException e) {
            throw new IllegalArgumentException(
                    "a model must restore its variables when it is loaded but " + folder + " does not: "
                            + firstLine(e) + "; export it with \"ragan export\", with Keras' model.export(), or as"
                            + " notebooks/re_aging_gan.py does",
                    e);
        }
    }

    private static String firstLine(Exception e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("no reason given");
    }

    @Override
    public void close() {
        bundle.close();
    }
}
