package reaging.data.folders;

/** The origin of the masks in a prepared folder. */
public enum MaskOrigin {
    /** Only from the data set; if some faces have a mask, those without are skipped. */
    GIVEN("given"),
    /** From the data set and, for faces without, from a network that segments people. */
    PERSON("person");

    private final String text;

    MaskOrigin(String text) {
        this.text = text;
    }

    /** Returns the name on the command line. */
    @Override
    public String toString() {
        return text;
    }
}
