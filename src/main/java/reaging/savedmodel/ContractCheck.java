package reaging.savedmodel;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.proto.SignatureDef;

/**
 * Checks whether a signature can be called according to the {@link Contract}. Types, the order of the axes of pictures, and ages
 * as a column may differ, since they can be converted; whether a model expects pixels in another range than [-1, 1] cannot be
 * checked.
 *
 * @param folder folder of the model
 * @param name name of the signature
 */
record ContractCheck(Path folder, String name, SignatureDef signature) {
    private static final int SHOWN = 2;

    /** Returns the check of the signature that every model must have. */
    static ContractCheck ofReAge(Path folder, Map<String, SignatureDef> signatures) {
        var signature = signatures.get(Contract.REAGE);
        if (signature == null) {
            throw new IllegalArgumentException(
                    "a model must have " + Contract.TEXT + " but " + folder + " has " + there(signatures));
        }
        return new ContractCheck(folder, Contract.REAGE, signature);
    }

    private static String there(Map<String, SignatureDef> signatures) {
        if (signatures.isEmpty()) {
            return "no signature";
        }
        return signatures.size() > SHOWN
                ? "only " + String.join(", ", signatures.keySet()) + "; look inside"
                : signatures.entrySet().stream()
                        .map(entry -> entry.getKey() + "(" + SignatureText.of(entry.getValue()) + ")")
                        .collect(Collectors.joining(", ", "only ", ""));
    }

    /** Rejects a signature that cannot be called. */
    void require() {
        for (var input : new String[] {Contract.IMAGE, Contract.TARGET_AGE}) {
            require(signature.containsInputs(input), "it has no input " + input);
        }
        require(signature.getInputsCount() == 2, "it has extra inputs");
        require(signature.containsOutputs(Contract.REAGED), "it has no output " + Contract.REAGED);
        requirePictures(Contract.IMAGE, image());
        requirePictures(Contract.REAGED, reAged());
        var age = new TensorForm(signature.getInputsOrThrow(Contract.TARGET_AGE));
        require(
                age.type().isPresent() && (age.mayHaveRank(1) || (age.mayHaveRank(2) && age.mayBe(1, 1))),
                "target_age is not one number of years for each face");
        var size = side(image());
        require(size.isEmpty() || side(reAged()).isEmpty() || size.equals(side(reAged())), "reaged has another size");
    }

    private void requirePictures(String what, TensorForm form) {
        require(form.type().isPresent(), what + " has a type that pixels cannot be converted to");
        require(form.mayHaveRank(4), what + " does not have 4 axes");
        require(form.channelsFirst(3) || form.mayBe(3, 3), what + " does not have 3 channels");
        int height = form.channelsFirst(3) ? 2 : 1;
        require(
                form.length(height) < 0 || form.mayBe(height + 1, form.length(height)),
                what + " is not as wide as it is high");
    }

    private void require(boolean holds, String otherwise) {
        if (!holds) {
            throw refusal(otherwise);
        }
    }

    private IllegalArgumentException refusal(String reason) {
        return new IllegalArgumentException("a model must have " + Contract.TEXT + " but " + folder + " has " + name
                + "(" + SignatureText.of(signature) + "): " + reason);
    }

    private TensorForm image() {
        return new TensorForm(signature.getInputsOrThrow(Contract.IMAGE));
    }

    private TensorForm reAged() {
        return new TensorForm(signature.getOutputsOrThrow(Contract.REAGED));
    }

    /** Returns the side of the faces in pixels: the model's, or the requested one if the model accepts any. */
    int size(OptionalInt wanted) {
        var own = side(image());
        if (own.isEmpty() && wanted.isEmpty()) {
            throw new IllegalArgumentException("the size of the faces must be known but " + folder + " accepts any ("
                    + SignatureText.of(signature) + "); give the size in pixels");
        }
        if (own.isPresent() && wanted.isPresent() && own.getAsInt() != wanted.getAsInt()) {
            throw new IllegalArgumentException("the size of the faces must be the model's, " + own.getAsInt()
                    + " pixels of " + folder + ", but is " + wanted.getAsInt() + "; leave it out");
        }
        return own.orElseGet(wanted::getAsInt);
    }

    private static OptionalInt side(TensorForm form) {
        int axis = form.channelsFirst(3) ? 2 : 1;
        long known = Math.max(form.length(axis), form.length(axis + 1));
        return known < 0 ? OptionalInt.empty() : OptionalInt.of((int) known);
    }

    /** Whether the model accepts a number of faces at once. */
    boolean takes(long faces) {
        long count = image().length(0);
        return count < 0 || count == faces;
    }

    /** Rejects more faces at once than the model accepts. */
    void requireCount(long faces) {
        if (!takes(faces)) {
            throw refusal("it accepts " + image().length(0) + " at a time but " + faces
                    + " are given; export it with an unknown batch size");
        }
    }

    /** Rejects output whose size differs from that of the input faces. */
    void requireSize(Shape shape, int size) {
        if (shape.numDimensions() != 4 || shape.get(1) != size || shape.get(2) != size || shape.get(3) != 3) {
            throw refusal("its output is " + shape + " for a face of " + size + " pixels");
        }
    }

    /** Rejects output [S][S][3] whose values are clearly not in [-1, 1]. */
    void requirePixels(float[][][] face) {
        float least = Float.POSITIVE_INFINITY;
        float most = Float.NEGATIVE_INFINITY;
        for (var row : face) {
            for (var pixel : row) {
                for (float value : pixel) {
                    least = Math.min(least, value);
                    most = Math.max(most, value);
                }
            }
        }
        requirePixels(least, most);
    }

    private void requirePixels(float least, float most) {
        // Slightly more than 1 is normal for a model that does not clip its output.
        Optional<String> wrong = Float.isNaN(least) || Float.isNaN(most)
                ? Optional.of("its output is NaN")
                : most > 2 || least < -2
                        ? Optional.of(String.format("its output ranges from %.3g to %.3g", least, most))
                        : Optional.empty();
        wrong.ifPresent(reason -> {
            throw refusal(reason);
        });
    }
}
