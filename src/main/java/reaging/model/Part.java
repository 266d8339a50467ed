package reaging.model;

/** A part of the generator that an ablation can leave out. */
public enum Part {
    /** The age modulator; without it, the age code itself guides the decoder, the same for everyone. */
    MODULATOR,
    /** The mask and the background features outside it; without them, the decoder also draws the background. */
    BACKGROUND
}
