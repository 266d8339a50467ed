package reaging.evaluation.measures;

/** The similarity of two faces by the embeddings of a face recognition network. */
public final class Similarity {
    private Similarity() {}

    /** Returns the cosine of the angle between two vectors, -1 to 1. */
    public static double cosine(float[] a, float[] b) {
        double ab = 0;
        double aa = 0;
        double bb = 0;
        for (int i = 0; i < a.length; i++) {
            ab += (double) a[i] * b[i];
            aa += (double) a[i] * a[i];
            bb += (double) b[i] * b[i];
        }
        return ab / Math.sqrt(aa * bb);
    }

    /**
     * Rescales a cosine so that the mean pair of different people is 0 and the same picture is 1 (our choice: the cosine of
     * strangers varies between networks and reaches .84 with dlib's).
     *
     * @param strangers mean cosine of different people
     */
    public static double rescaled(double cosine, double strangers) {
        return (cosine - strangers) / (1 - strangers);
    }
}
