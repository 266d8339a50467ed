package reaging.faces;

/** What of a re-aged crop goes into the photo. */
public enum Paste {
    /** What differs from the crop as it was is added to the photo, which keeps its own detail. */
    CHANGE,
    /** The crop takes the photo's place, at its own resolution. */
    REPLACE
}
