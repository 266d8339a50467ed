package reaging.evaluation.scenes;

import java.util.List;

/**
 * How well faces are found in scenes, re-aged and put back.
 *
 * @param model its name
 * @param finder what looked for faces
 * @param people whose portraits the scenes show
 * @param scenes how many there are
 * @param sizes by the width of faces, the widest first
 * @param all over all faces
 * @param others faces that were found where there is none
 * @param ages in years that all faces were brought to
 * @param changes what became of the pixels
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
     * Faces of a size.
     *
     * @param share width as a part of the scene's longer side; NaN: any
     * @param faces how many there are
     * @param found part that was found
     * @param usable part that could be re-aged
     * @param eyeError mean distance of the found eyes from the true ones, as a part of the eye distance
     * @param pointError the same of eyes, nose and corners of the mouth
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
