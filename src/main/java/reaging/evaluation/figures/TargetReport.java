package reaging.evaluation.figures;

import java.util.List;
import java.util.Map;
import reaging.evaluation.predictions.Strangers;

/**
 * The report of an evaluation at given target ages.
 *
 * @param model name of the model
 * @param data name of the data set
 * @param people number of people, each at all targets
 * @param targets target ages in years
 * @param imageSize side of the faces in pixels
 * @param seed random seed
 * @param evaluators evaluator networks by what they judge
 * @param notes what was not measured, and why
 * @param strangers similarity of different people according to the face recognition network
 * @param secondsPerImage median time over people to re-age an image in seconds
 * @param methods {@code model}, the baseline {@code copy} and, if there are real faces of known ages, {@code nearest}
 */
public record TargetReport(
        String model,
        String data,
        int people,
        List<Double> targets,
        int imageSize,
        long seed,
        Map<String, String> evaluators,
        List<String> notes,
        Strangers strangers,
        double secondsPerImage,
        Map<String, TargetMetrics> methods) {}
