package reaging.savedmodel;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tensorflow.Result;
import org.tensorflow.Tensor;
import org.tensorflow.ndarray.StdArrays;
import org.tensorflow.proto.SignatureDef;
import org.tensorflow.types.TFloat32;
import reaging.data.Masks;
import reaging.pictures.Pictures;
import reaging.pictures.Square;

/**
 * A loaded model: faces in, faces at other ages out; holds native memory until it is closed. Any SavedModel of the
 * {@link Contract} will do, whoever wrote it. Where it offers its stages, a face at several ages is encoded once.
 *
 * <p>Faces are pictures, arrays or batches of tensors. Without a mask, all of an image is face.
 */
public final class ReAger implements AutoCloseable {
    private final ModelFunctions functions;
    private final Path folder;
    private final ContractCheck check;
    private final @Nullable ModelCard card; // null: the model has none
    private final int imageSize;
    private final FaceArrays arrays;

    private ReAger(ModelFunctions functions, Path folder, OptionalInt size) {
        this.functions = functions;
        this.folder = folder;
        check = ContractCheck.ofReAge(folder, functions.signatures());
        check.require();
        imageSize = check.size(size);
        card = ModelCard.read(folder).orElse(null);
        arrays = new FaceArrays(this, check);
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
        var functions = ModelFunctions.load(folder);
        try {
            return new ReAger(functions, folder, size);
        } catch (RuntimeException e) {
            functions.close();
            throw e;
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
        return signatures().containsKey(Contract.REAGE_MASKED);
    }

    /** Whether it encodes, modulates and decodes by signatures of their own, with masks. */
    public boolean offersStages() {
        return signatures().keySet().containsAll(Set.of(Contract.ENCODE_MASKED, Contract.MODULATE, Contract.DECODE));
    }

    /** What the model is. */
    public Optional<ModelCard> card() {
        return Optional.ofNullable(card);
    }

    /** The signatures by name. */
    public Map<String, SignatureDef> signatures() {
        return functions.signatures();
    }

    /**
     * Re-ages one face crop to several ages.
     *
     * @param face of any size; its middle square is brought to S x S
     * @param ages in years, 0 to 120
     * @return S x S, in the order of the ages
     */
    public List<BufferedImage> reAge(BufferedImage face, double... ages) {
        return pictures(reAge(image(face), ages));
    }

    /**
     * Re-ages one face crop to several ages.
     *
     * @param face of any size; its middle square is brought to S x S
     * @param mask white at the face, black at the background, of the same size
     * @param ages in years, 0 to 120
     * @return S x S, in the order of the ages
     */
    public List<BufferedImage> reAge(BufferedImage face, BufferedImage mask, double... ages) {
        float[] weights = Masks.GREY.weights(Square.nearest(mask, imageSize));
        return pictures(reAge(image(face), Square.rows(weights, imageSize), ages));
    }

    private float[][][] image(BufferedImage face) {
        return Square.rows(Square.signed(face, imageSize), imageSize);
    }

    /** Results to look at, which have to be in the contract's range. */
    private List<BufferedImage> pictures(List<float[][][]> faces) {
        faces.forEach(check::requirePixels);
        return faces.stream().map(StdArrays::ndCopyOf).map(Pictures::of).toList();
    }

    /**
     * Re-ages one face to several ages.
     *
     * @param face [S][S][3] in [-1, 1]
     * @param ages in years, 0 to 120
     * @return each [S][S][3] in [-1, 1], in the order of the ages
     */
    public List<float[][][]> reAge(float[][][] face, double... ages) {
        return arrays.reAge(face, ages);
    }

    /**
     * Re-ages one face to several ages.
     *
     * @param face [S][S][3] in [-1, 1]
     * @param mask [S][S][1], 1 = face
     * @param ages in years, 0 to 120
     * @return each [S][S][3] in [-1, 1], in the order of the ages
     */
    public List<float[][][]> reAge(float[][][] face, float[][][] mask, double... ages) {
        return arrays.reAge(face, mask, ages);
    }

    /**
     * Re-ages several faces to one age.
     *
     * @param faces each [S][S][3] in [-1, 1]
     * @param age in years, 0 to 120
     * @return each [S][S][3] in [-1, 1], in the order of the faces
     */
    public List<float[][][]> reAge(List<float[][][]> faces, double age) {
        return arrays.reAge(faces, age);
    }

    /**
     * Re-ages several pictures of one face to one age.
     *
     * @param faces each [S][S][3] in [-1, 1]
     * @param mask of all of them, [S][S][1], 1 = face
     * @param age in years, 0 to 120
     * @return each [S][S][3] in [-1, 1], in the order of the faces
     */
    public List<float[][][]> reAge(List<float[][][]> faces, float[][][] mask, double age) {
        return arrays.reAge(faces, mask, age);
    }

    /**
     * Re-ages a batch.
     *
     * @param images [N, S, S, 3] in [-1, 1]
     * @param years [N]
     * @return holds one tensor, [N, S, S, 3] in [-1, 1]; the caller closes it
     */
    public Result reAge(TFloat32 images, TFloat32 years) {
        check.requireCount(images.shape().get(0));
        return call(Contract.REAGE, Map.of(Contract.IMAGE, images, Contract.TARGET_AGE, years));
    }

    /**
     * Re-ages a batch.
     *
     * @param images [N, S, S, 3] in [-1, 1]
     * @param masks [N, S, S, 1], 1 = face
     * @param years [N]
     * @return holds one tensor, [N, S, S, 3] in [-1, 1]; the caller closes it
     */
    public Result reAge(TFloat32 images, TFloat32 masks, TFloat32 years) {
        check.requireCount(images.shape().get(0));
        return call(
                Contract.REAGE_MASKED,
                Map.of(Contract.IMAGE, images, Contract.MASK, masks, Contract.TARGET_AGE, years));
    }

    /**
     * The first stage of a model that offers its stages: who somebody is, whatever age is wanted.
     *
     * @param images [N, S, S, 3] in [-1, 1]
     * @param masks [N, S, S, 1], 1 = face
     * @return holds one tensor, [N, 16, 16, C]; the caller closes it
     */
    public Result encode(TFloat32 images, TFloat32 masks) {
        return call(Contract.ENCODE_MASKED, Map.of(Contract.IMAGE, images, Contract.MASK, masks));
    }

    /**
     * The other stages: modulates and decodes what {@link #encode} gave.
     *
     * @param images [N, S, S, 3] in [-1, 1]
     * @param masks [N, S, S, 1], 1 = face
     * @param identity [N, 16, 16, C]
     * @param years [N]
     * @return holds one tensor, [N, S, S, 3] in [-1, 1]; the caller closes it
     */
    public Result decode(TFloat32 images, TFloat32 masks, TFloat32 identity, TFloat32 years) {
        try (var style = modulate(identity, years)) {
            return call(
                    Contract.DECODE,
                    Map.of(
                            Contract.IMAGE, images,
                            Contract.MASK, masks,
                            Contract.IDENTITY, identity,
                            Contract.STYLE, style.get(0)));
        }
    }

    /**
     * The stage between them.
     *
     * @param identity [N, 16, 16, C]
     * @param years [N]
     * @return holds one tensor, [N, d]; the caller closes it
     */
    public Result modulate(TFloat32 identity, TFloat32 years) {
        return call(Contract.MODULATE, Map.of(Contract.IDENTITY, identity, Contract.TARGET_AGE, years));
    }

    /**
     * Calls any signature of the {@link Contract}.
     *
     * @param inputs by their names in the contract
     * @return holds the one tensor of the contract; the caller closes it
     */
    public Result call(String name, Map<String, ? extends Tensor> inputs) {
        return functions.call(name, inputs);
    }

    @Override
    public void close() {
        functions.close();
    }
}
