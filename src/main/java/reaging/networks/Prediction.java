package reaging.networks;

/**
 * The evaluator networks' predictions for a face.
 *
 * @param years estimated age; NaN without an age estimator
 * @param features the age estimator's features before its last layers, [1024], for distances between sets; empty without one
 * @param descriptor the face recognition network's output, [128]; empty without one
 */
public record Prediction(double years, float[] features, float[] descriptor) {}
