package reaging.evaluation.figures;

/**
 * The figures of one method at one target age, or over all; what was not measured is NaN.
 *
 * @param images number of images
 * @param estimatedAge mean of the estimates in years
 * @param ageDifference mean absolute difference of the estimate from the target in years
 * @param ageError mean absolute difference of the estimate from the mean estimate on real images of about that age
 * @param cosine mean raw cosine between the embeddings of input and output
 * @param identity mean cosine on the scale where the mean pair of different people is 0 and the same picture is 1
 * @param hcs HCS of age difference and identity
 * @param cosineHcs HCS of age difference and raw cosine, as in published figures
 */
public record TargetRow(
        int images,
        double estimatedAge,
        double ageDifference,
        double ageError,
        double cosine,
        double identity,
        double hcs,
        double cosineHcs) {}
