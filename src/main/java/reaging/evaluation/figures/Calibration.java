package reaging.evaluation.figures;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import reaging.data.AgeGroup;
import reaging.evaluation.predictions.RealFaces;
import reaging.evaluation.predictions.Strangers;

/**
 * The accuracy of the evaluators on real images of a data set, before they judge a model.
 *
 * @param images number of images, none of them seen in training
 * @param ageError mean absolute difference of estimated and true age in years
 * @param groups results by true age
 * @param strangers similarity of different people according to the face recognition network
 * @param verificationAuc probability that two photos of one person are more similar than those of two; NaN if the data does not
 *     identify people
 */
public record Calibration(
        int images, double ageError, Map<AgeGroup, Group> groups, Strangers strangers, double verificationAuc) {

    /**
     * The results on real images of one group.
     *
     * @param images number of images
     * @param meanAge mean true age in years
     * @param meanEstimate mean estimated age in years
     * @param ageError mean absolute error in years
     */
    public record Group(int images, double meanAge, double meanEstimate, double ageError) {}

    public static Calibration of(RealFaces faces, Strangers strangers, double verificationAuc) {
        Map<AgeGroup, Group> groups = new EnumMap<>(AgeGroup.class);
        for (var group : AgeGroup.values()) {
            groups.put(group, group(faces, faces.of(group)));
        }
        var all = group(faces, IntStream.range(0, faces.size()).boxed().toList());
        return new Calibration(all.images(), all.ageError(), groups, strangers, verificationAuc);
    }

    /** Computes the results of the faces at some positions. */
    static Group group(RealFaces faces, Collection<Integer> positions) {
        List<double[]> pairs = new ArrayList<>(); // true, estimated
        for (int position : positions) {
            pairs.add(new double[] {
                faces.ages().get(position), faces.predictions().get(position).years()
            });
        }
        return new Group(
                pairs.size(),
                pairs.stream().mapToDouble(pair -> pair[0]).average().orElse(Double.NaN),
                pairs.stream().mapToDouble(pair -> pair[1]).average().orElse(Double.NaN),
                pairs.stream()
                        .mapToDouble(pair -> Math.abs(pair[1] - pair[0]))
                        .average()
                        .orElse(Double.NaN));
    }
}
