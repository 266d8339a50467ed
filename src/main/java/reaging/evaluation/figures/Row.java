package reaging.evaluation.figures;

/**
 * The figures of one method at some targets; what was not measured is NaN.
 *
 * @param images number of images
 * @param estimatedAge mean of the estimates in years
 * @param ageError mean absolute difference of the estimate from the mean estimate on real images of the target group
 * @param cosine mean raw cosine between the embeddings of input and output
 * @param identity mean cosine on the scale where the mean pair of different people is 0 and the same picture is 1
 * @param verified share of outputs that pass as the input's person at the threshold that one stranger in a hundred passes
 * @param hcs HCS of age error and identity
 * @param kid KID x 1000 between the outputs and real images of the group
 * @param kidDeviation standard deviation of the KID over its subsets
 * @param frechet squared Frechet distance between the outputs and real images of the group
 * @param background mean difference from the input outside the mask in 1/255
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
