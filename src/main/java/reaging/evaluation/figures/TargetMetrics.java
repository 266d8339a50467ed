package reaging.evaluation.figures;

import java.util.Map;

/**
 * The figures of one method at given target ages.
 *
 * @param targets by target, in years
 * @param total over all outputs
 */
public record TargetMetrics(Map<String, TargetRow> targets, TargetRow total) {}
