package reaging.run;

/**
 * A line of the log: from here on a run has another length.
 *
 * @param step the last one that was done
 */
record Lengthened(long step, LengthChange length) {}
