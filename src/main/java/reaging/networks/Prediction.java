package reaging.networks;

/**
 * What the evaluator networks see in one face.
 *
 * @param years estimated age; NaN without an age estimator
 * @param features [1024] of the age estimator before its last layers, for distances between sets; empty without
 * @param descriptor [128] of the face recognition network; empty without
 */
public record Prediction(double years, float[] features, float[] descriptor) {}
