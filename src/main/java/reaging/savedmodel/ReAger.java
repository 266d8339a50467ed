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
 * A loaded model, which re-ages faces; it holds native memory until it is closed. Any SavedModel that follows the {@link
 * Contract} will do, whatever wrote it. If it exports its stages, a face at several ages is encoded only once.
 *
 * <p>Faces are pictures, arrays or batches of tensors. Without a mask, the whole image counts as face. All methods throw {@link
 * IllegalArgumentException} for input that the model cannot take.
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

    /**
     * Loads a SavedModel that defines the size of its faces.
     *
     * @throws IllegalArgumentException if the folder is not a SavedModel that follows the {@link Contract}
     */
    public static ReAger load(Path folder) {
        return load(folder, OptionalInt.empty());
    }

    /**
     * Loads a SavedModel.
     *
     * @param size side of the faces in pixels, for a model that accepts any size
     * @throws IllegalArgumentException if the folder is not a SavedModel that follows the {@link Contract}
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

    /** Returns the side S of input and output faces in pixels. */
    public int imageSize() {
        return imageSize;
    }

    /** Returns its name: that of its folder, or of its run. */
    public String name() {
        return Models.name(folder);
    }

    /** Whether it accepts masks. */
    public boolean takesMasks() {
        return signatures().containsKey(Contract.REAGE_MASKED);
    }

    /** Whether it has separate signatures, with masks, to encode, modulate and decode. */
    public boolean offersStages() {
        return signatures().keySet().containsAll(Set.of(Contract.ENCODE_MASKED, Contract.MODULATE, Contract.DECODE));
    }

    /** Returns the model card, if any. */
    public Optional<ModelCard> card() {
        return Optional.ofNullable(card);
    }

    /** Returns the signatures by name. */
    public Map<String, SignatureDef> signatures() {
        return functions.signatures();
    }

    /**
     * Re-ages one face crop to several ages.
     *
     * @param face face crop of any size; its central square is resized to S x S
     * @param ages target ages in years, 0 to 120
     * @return faces of S x S pixels, in the order of the ages
     */
    public List<BufferedImage> reAge(BufferedImage face, double... ages) {
        return pictures(reAge(image(face), ages));
    }

    /**
     * Re-ages one face crop to several ages.
     *
     * @param face face crop of any size; its central square is resized to S x S
     * @param mask mask of the same size, white for face, black for background
     * @param ages target ages in years, 0 to 120
     * @return faces of S x S pixels, in the order of the ages
     */
    public List<BufferedImage> reAge(BufferedImage face, BufferedImage mask, double... ages) {
        float[] weights = Masks.GREY.weights(Square.nearest(mask, imageSize));
        return pictures(reAge(image(face), Square.rows(weights, imageSize), ages));
    }

    private float[][][] image(BufferedImage face) {
        return Square.rows(Square.signed(face, imageSize), imageSize);
    }

    /** Converts results to pictures, which requires the contract's range. */
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
     * @param mask common mask, [S][S][1], 1 = face
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
     * @return a result with one tensor, [N, S, S, 3] in [-1, 1]; the caller closes it
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
     * @return a result with one tensor, [N, S, S, 3] in [-1, 1]; the caller closes it
     */
    public Result reAge(TFloat32 images, TFloat32 masks, TFloat32 years) {
        check.requireCount(images.shape().get(0));
        return call(
                Contract.REAGE_MASKED,
                Map.of(Contract.IMAGE, images, Contract.MASK, masks, Contract.TARGET_AGE, years));
    }

    /**
     * Encodes identities, the first stage of a model that {@linkplain #offersStages exports its stages}.
     *
     * @param images [N, S, S, 3] in [-1, 1]
     * @param masks [N, S, S, 1], 1 = face
     * @return a result with one tensor, [N, 16, 16, C]; the caller closes it
     */
    public Result encode(TFloat32 images, TFloat32 masks) {
        return call(Contract.ENCODE_MASKED, Map.of(Contract.IMAGE, images, Contract.MASK, masks));
    }

    /**
     * Modulates and decodes the result of {@link #encode}, the other two stages.
     *
     * @param images [N, S, S, 3] in [-1, 1]
     * @param masks [N, S, S, 1], 1 = face
     * @param identity [N, 16, 16, C]
     * @param years [N]
     * @return a result with one tensor, [N, S, S, 3] in [-1, 1]; the caller closes it
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
     * Modulates: computes the style vector of identities at target ages, the second stage.
     *
     * @param identity [N, 16, 16, C]
     * @param years [N]
     * @return a result with one tensor, [N, d]; the caller closes it
     */
    public Result modulate(TFloat32 identity, TFloat32 years) {
        return call(Contract.MODULATE, Map.of(Contract.IDENTITY, identity, Contract.TARGET_AGE, years));
    }

    /**
     * Calls any signature of the {@link Contract}.
     *
     * @param inputs inputs by their names in the contract
     * @return a result with the contract's only output; the caller closes it
     */
    public Result call(String name, Map<String, ? extends Tensor> inputs) {
        return functions.call(name, inputs);
    }

    @Override
    public void close() {
        functions.close();
    }
}
