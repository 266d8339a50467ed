package reaging.app.shell;

import java.util.Locale;
import java.util.stream.Collectors;
import reaging.model.NetworkSummary;

/** The layers of a network, for printing. */
public record Layers(NetworkSummary summary) {
    static Layers of(OpenModel model) {
        var card = model.reAger()
                .card()
                .orElseThrow(() -> new IllegalArgumentException(
                        "a model must have a model card to list its layers but " + model + " has none"));
        return new Layers(NetworkSummary.ofGenerator(card.config().model()));
    }

    private static String line(NetworkSummary.Layer layer) {
        return String.format(
                Locale.ROOT,
                "%-40s %-16s %,10d",
                layer.name().replaceFirst("^(generator|discriminator)/", ""),
                layer.output().isEmpty() ? "" : layer.output(),
                layer.parameters());
    }

    /** Returns a line for each layer: name, output shape, parameters. */
    @Override
    public String toString() {
        return summary.layers().stream().map(Layers::line).collect(Collectors.joining("\n"))
                + String.format(Locale.ROOT, "%n%-57s %,10d", "all", summary.parameters());
    }
}
