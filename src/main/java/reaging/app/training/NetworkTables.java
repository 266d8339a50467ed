package reaging.app.training;

import java.io.PrintStream;
import java.util.stream.Collectors;
import reaging.model.ModelConfig;
import reaging.model.NetworkSummary;

/**
 * Prints both networks of a configuration, layer by layer.
 *
 * @param generator summary of one pass over one image
 * @param discriminator summary of one pass over one image
 */
record NetworkTables(ModelConfig config, NetworkSummary generator, NetworkSummary discriminator) {
    static NetworkTables of(ModelConfig config) {
        return new NetworkTables(config, NetworkSummary.ofGenerator(config), NetworkSummary.ofDiscriminator(config));
    }

    /**
     * Prints the layers with shapes, parameters and multiply-adds, and the memory that training needs.
     *
     * @param batch images that are in memory at a time
     */
    void print(PrintStream out, int batch) {
        out.printf(
                "%s: %d x %d pixels, widths %d to %d, style %d, %s upsampling%s%n",
                config.preset(),
                config.imageSize(),
                config.imageSize(),
                config.baseWidth(),
                config.maximumWidth(),
                config.styleSize(),
                config.upsampling(),
                config.attention() ? ", attention" : "");
        print(out, "generator, one pass over one image", generator);
        print(out, "discriminator, one pass over one image", discriminator);
        out.printf(
                "%nmemory for training in batches of %d, estimated: %.2f GiB%n",
                batch, trainingBytes(batch) / Math.pow(2, 30));
    }

    private static void print(PrintStream out, String title, NetworkSummary network) {
        out.printf("%n%-52s %14s %12s %14s%n", title, "output", "parameters", "multiply-adds");
        for (var layer : network.layers()) {
            var shape = layer.output().stream().map(String::valueOf).collect(Collectors.joining("x"));
            out.printf("  %-50s %14s %,12d %,14d%n", layer.name(), shape, layer.parameters(), layer.multiplyAdds());
        }
        out.printf("  %-50s %14s %,12d %,14d%n", "total", "", network.parameters(), network.multiplyAdds());
        out.printf(
                "  without the exact rewrites %,d multiply-adds: they save %.0f %%%n",
                network.plainMultiplyAdds(), 100 - 100.0 * network.multiplyAdds() / network.plainMultiplyAdds());
    }

    /**
     * Estimates the memory for training in bytes: the weights of both networks, two moments for each, the average, the gradients,
     * and the activations of three passes of each network that are kept for backpropagation.
     *
     * @param batch images that are in memory at a time
     */
    long trainingBytes(int batch) {
        long values = 5 * generator.parameters() + 4 * discriminator.parameters();
        long activations = 3 * (generator.activationBytes() + discriminator.activationBytes()) * batch;
        return Float.BYTES * values + activations;
    }
}
