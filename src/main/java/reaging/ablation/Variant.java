package reaging.ablation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import reaging.run.RunConfig;

/**
 * A row of an ablation's table: the full network, or one without some part.
 *
 * @param option name by which it is chosen
 * @param name name in the table
 * @param change changes the configuration of the run
 */
public record Variant(String option, String name, UnaryOperator<RunConfig> change) {
    /** All variants in the order of the table. */
    public static final List<Variant> ALL = all();

    private static List<Variant> all() {
        List<Variant> all = new ArrayList<>(List.of(new Variant("whole", "whole", UnaryOperator.identity())));
        for (var ablation : Ablation.values()) {
            var option = ablation.name().toLowerCase(Locale.ROOT);
            all.add(new Variant(option, "without " + option, ablation::of));
        }
        return List.copyOf(all);
    }

    /** Returns the variants with these options, each once and in the order of the table. */
    public static List<Variant> of(List<String> options) {
        for (var option : options) {
            if (ALL.stream().noneMatch(variant -> variant.isCalled(option))) {
                throw new IllegalArgumentException("variants must be some of " + options() + " but one is \"" + option
                        + "\"; leave it out for all");
            }
        }
        return ALL.stream()
                .filter(variant -> options.stream().anyMatch(variant::isCalled))
                .toList();
    }

    private boolean isCalled(String other) {
        return option.equalsIgnoreCase(other);
    }

    private static String options() {
        return ALL.stream().map(Variant::option).collect(Collectors.joining(", "));
    }
}
