package reaging.run;

/**
 * The settings of Adam (Kingma and Ba 2015).
 *
 * @param beta1 decay of the first moment
 * @param beta2 decay of the second moment
 * @param epsilon keeps the quotient finite
 */
public record AdamSettings(float beta1, float beta2, float epsilon) {}
