package reaging.app;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import reaging.data.PreparedFolder;
import reaging.data.Skipped;

/** Resizes a data set once, so that training need not. */
@Command(
        name = "prepare",
        mixinStandardHelpOptions = true,
        description =
                "Writes a data set at the size that training wants, with masks, labels and the same split; \"--data\""
                        + " takes the folder. A run that was cut short goes on where it was; DIR stays as it is.",
        footer = {"", "Example:", "  ragan data prepare ~/utkface --size 64 -o utkface-64"})
final class DataPrepareCommand implements Callable<Integer> {
    @Parameters(paramLabel = "DIR", description = "The folder of the faces.")
    private Path folder;

    @Mixin
    private FormatOptions format = new FormatOptions();

    @Option(
            names = {"-o", "--output"},
            required = true,
            description = "A new folder, or one that was begun with the same data and size.")
    private Path output;

    @Option(
            names = "--size",
            defaultValue = "64",
            description = "Width and height in pixels; default ${DEFAULT-VALUE}.")
    private int size;

    @Override
    public Integer call() {
        var listing = format.list(folder);
        System.err.println(folder + " is read as " + listing.format());
        listing.report(System.err::println);
        var leftOut = Bars.during(
                "prepare", listing.faces().size(), progress -> PreparedFolder.write(listing, output, size, progress));
        Skipped.lines(Skipped.byReason(leftOut)).forEach(line -> System.err.println("left out " + line));
        System.err.printf("%d faces of %d x %d pixels%n", listing.faces().size() - leftOut.size(), size, size);
        System.out.println(output);
        return 0;
    }
}
