package reaging.data.folders;

import reaging.data.prepare.MaskMaker;

/** Where the masks of a prepared folder come from. */
public enum MaskOrigin {
    /** From the data set alone; where some faces have a mask, those without are skipped. */
    GIVEN("given"),
    /** From the data set, and for every face that has none from a network that finds people, see {@link MaskMaker}. */
    PERSON("person");

    private final String text;

    MaskOrigin(String text) {
        this.text = text;
    }

    /** As the command line writes it. */
    @Override
    public String toString() {
        return text;
    }
}
