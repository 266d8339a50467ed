package reaging.faces;

/** The ways to paste a re-aged crop into the photo. */
public enum Paste {
    /** Adds the difference from the original crop to the photo, which keeps its own detail. */
    CHANGE,
    /** Replaces the photo's pixels by the crop, at the crop's resolution. */
    REPLACE
}
