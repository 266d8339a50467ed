package reaging.evaluation.figures;

import java.util.List;
import java.util.Map;
import reaging.evaluation.predictions.Strangers;

/**
 * What an evaluation at given target ages found out.
 *
 * @param model what was measured
 * @param data on what
 * @param people how many, each at all targets
 * @param targets in years
 * @param imageSize side of the faces, in pixels
 * @param seed of everything that was drawn at random
 * @param evaluators by what they judge
 * @param notes what was not measured, and why
 * @param strangers what different people look like to the face recognition network
 * @param secondsPerImage of re-aging, the median over people
 * @param methods {@code model}, beside it {@code copy} and, where there are real faces of known ages, {@code nearest}
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
