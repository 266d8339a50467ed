package reaging.evaluation;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reaging.evaluation.figures.Calibration;
import reaging.evaluation.figures.MethodMetrics;
import reaging.evaluation.figures.Subgroups;
import reaging.evaluation.predictions.ReAgedPerson.Closeness;
import reaging.evaluation.predictions.UnmaskedPerson;
import reaging.evaluation.truth.GroundTruth;

/**
 * The report of an evaluation.
 *
 * @param model name of the model
 * @param data name of the data set
 * @param people number of people, each at ten targets
 * @param imageSize side of the faces in pixels
 * @param seed random seed
 * @param evaluators evaluator networks by what they judge
 * @param notes what was not measured, and why; which people the rest was measured on
 * @param calibration accuracy of the evaluators on this data
 * @param methods {@code model}, {@code unmasked} if people have masks, and the baselines {@code copy} and {@code nearest}
 * @param subgroups results for people of each sex and skin tone, for photos
 * @param reconstruction closeness of the output at the person's own age to the input
 * @param cycle closeness of outputs taken back from each target to the person's own age to the input
 * @param withoutMask closeness of the output at the person's own group, made without a mask, to the input
 * @param realPairs comparison with the person's real photo at the target age, if there are such photos
 * @param truth comparison with the truth, for synthetic people
 * @param worst worst cases by measure
 */
public record Report(
        String model,
        String data,
        int people,
        int imageSize,
        long seed,
        Map<String, String> evaluators,
        List<String> notes,
        Calibration calibration,
        Map<String, MethodMetrics> methods,
        @Nullable Subgroups subgroups,
        Closeness reconstruction,
        Closeness cycle,
        UnmaskedPerson.Closeness withoutMask,
        @Nullable RealPairs realPairs,
        @Nullable GroundTruth truth,
        Map<String, List<WorstCase>> worst) {

    /** The subject of the report: model, data and evaluators. */
    public record Heading(
            String model, String data, int imageSize, Map<String, String> evaluators, List<String> notes) {}
}
