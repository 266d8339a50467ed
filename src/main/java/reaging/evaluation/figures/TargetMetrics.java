package reaging.evaluation.figures;

import java.util.Map;

/**
 * The figures of one method at given target ages.
 *
 * @param targets figures by target age in years
 * @param total figures over all outputs
 */
public record TargetMetrics(Map<String, TargetRow> targets, TargetRow total) {}
