package reaging.data;

/** Some faces of another set, numbered anew. */
public final class Subset implements FaceSet {
    private final FaceSet whole;
    private final int[] indices;

    /**
     * The faces {@code indices} of a set, in that order.
     *
     * @param indices positions in {@code whole}
     */
    public Subset(FaceSet whole, int... indices) {
        this.whole = whole;
        this.indices = indices.clone();
    }

    @Override
    public String name() {
        return whole.name();
    }

    @Override
    public int size() {
        return indices.length;
    }

    @Override
    public double age(int index) {
        return whole.age(indices[index]);
    }

    @Override
    public String label(int index) {
        return whole.label(indices[index]);
    }

    @Override
    public Storage storage() {
        return whole.storage();
    }

    @Override
    public byte[] image(int index) {
        return whole.image(indices[index]);
    }

    @Override
    public Masks masks() {
        return whole.masks();
    }

    @Override
    public byte[] mask(int index) {
        return whole.mask(indices[index]);
    }
}
