package reaging.app.data;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import reaging.app.terminal.Bars;
import reaging.data.synthetic.SyntheticFaces;
import reaging.data.synthetic.SyntheticFolder;

/** Writes synthetic faces to disk. */
@Command(
        name = "synthesize",
        mixinStandardHelpOptions = true,
        description = "Draws synthetic faces with masks and labels; pass the folder to --data.",
        footer = {"", "Example:", "  ragan data synthesize -n 5000 -o faces"})
final class SynthesizeCommand implements Callable<Integer> {
    @Option(
            names = {"-n", "--count"},
            defaultValue = "5000",
            description = "Number of faces; default ${DEFAULT-VALUE}.")
    private int count;

    @Option(
            names = {"-o", "--output"},
            required = true,
            description = "A new folder.")
    private Path output;

    @Option(
            names = "--size",
            defaultValue = "64",
            description = "Width and height in pixels; default ${DEFAULT-VALUE}.")
    private int size;

    @Option(names = "--seed", defaultValue = "0", description = "Random seed; the same seed gives the same people.")
    private long seed;

    @Override
    public Integer call() {
        var faces = new SyntheticFaces(count, seed, size);
        Bars.during("draw", count, progress -> {
            SyntheticFolder.write(faces, output, progress);
            return output;
        });
        System.out.println(output);
        return 0;
    }
}
