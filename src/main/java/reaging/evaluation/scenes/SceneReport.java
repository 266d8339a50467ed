package reaging.evaluation.scenes;

import java.util.List;

/**
 * A report on how well faces are found in scenes, re-aged and pasted back.
 *
 * @param model name of the model
 * @param finder name of the face finder
 * @param people description of the people in the scenes
 * @param scenes number of scenes
 * @param sizes results by the width of faces, the widest first
 * @param all results over all faces
 * @param others number of false detections
 * @param ages target ages in years
 * @param changes changes of the pixels
 */
public record SceneReport(
        String model,
        String finder,
        String people,
        int scenes,
        List<Size> sizes,
        Size all,
        int others,
        List<Double> ages,
        Changes.Means changes) {
    /**
     * The results for faces of a size.
     *
     * @param share width as a fraction of the scene's longer side; NaN: any
     * @param faces number of faces
     * @param found fraction that was found
     * @param usable fraction that could be re-aged
     * @param eyeError mean distance of the detected eyes from the true ones, as a fraction of the eye distance
     * @param pointError mean distance of eyes, nose and corners of the mouth, as a fraction of the eye distance
     */
    public record Size(double share, int faces, double found, double usable, double eyeError, double pointError) {
        static Size of(double share, List<DetectedPortrait> portraits) {
            var found =
                    portraits.stream().filter(each -> each.face().isPresent()).toList();
            return new Size(
                    share,
                    portraits.size(),
                    (double) found.size() / portraits.size(),
                    (double) portraits.stream()
                                    .filter(DetectedPortrait::isUsable)
                                    .count()
                            / portraits.size(),
                    found.stream()
                            .mapToDouble(DetectedPortrait::eyeError)
                            .average()
                            .orElse(Double.NaN),
                    found.stream()
                            .mapToDouble(DetectedPortrait::pointError)
                            .average()
                            .orElse(Double.NaN));
        }
    }
}
