package reaging.evaluation.figures;

/**
 * The figures of one method at some targets; what was not measured is NaN.
 *
 * @param images how many
 * @param estimatedAge mean of the estimates, in years
 * @param ageError mean absolute difference of the estimate from the mean estimate on real images of the target group
 * @param cosine mean, raw, between the embeddings of input and output
 * @param identity the same on the scale where the mean pair of different people is 0 and the same picture is 1
 * @param verified the share of outputs that pass for the input's person where one stranger in a hundred does
 * @param hcs of age error and identity
 * @param kid x 1000, between the outputs and real images of the group
 * @param kidDeviation over its subsets
 * @param frechet squared Frechet distance, likewise
 * @param background mean difference from the input outside the mask, in 1/255
 */
public record Row(
        int images,
        double estimatedAge,
        double ageError,
        double cosine,
        double identity,
        double verified,
        double hcs,
        double kid,
        double kidDeviation,
        double frechet,
        double background) {}
