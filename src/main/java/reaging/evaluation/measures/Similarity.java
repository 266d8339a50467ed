package reaging.evaluation.measures;

/** How alike two faces are by what a face recognition network makes of them. */
public final class Similarity {
    private Similarity() {}

    /** Cosine of the angle between two vectors, -1 to 1. */
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
     * A cosine on the scale where the mean pair of different people is 0 and the same picture is 1 (our choice: networks
     * differ in how alike strangers are to them, dlib's reach .84).
     *
     * @param strangers the mean cosine of different people
     */
    public static double rescaled(double cosine, double strangers) {
        return (cosine - strangers) / (1 - strangers);
    }
}
