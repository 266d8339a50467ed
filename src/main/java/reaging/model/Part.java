package reaging.model;

/** A part of the generator that an ablation leaves out. */
public enum Part {
    /** The age modulator: without it the age code itself guides the decoder, the same for everybody. */
    MODULATOR,
    /** The mask and what flows in outside of it: without them the decoder draws the background as well. */
    BACKGROUND
}
