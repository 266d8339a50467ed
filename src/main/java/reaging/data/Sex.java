package reaging.data;

/** The sex of a person as face data sets with age labels write it; UTKFace's file names use the same digits. */
public enum Sex {
    MALE(0),
    FEMALE(1);

    private final int digit;

    Sex(int digit) {
        this.digit = digit;
    }

    /** The digit in file names: 0 male, 1 female. */
    public int digit() {
        return digit;
    }
}
