package reaging.app.data;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import reaging.app.options.FormatOptions;
import reaging.app.terminal.Bars;
import reaging.data.folders.Listing;
import reaging.data.folders.MaskOrigin;
import reaging.data.folders.Skipped;
import reaging.data.prepare.MaskMaker;
import reaging.data.prepare.PreparedFolder;
import reaging.networks.EvaluatorPackages;
import reaging.networks.PersonNetwork;

/** Resizes a data set once, so that training doesn't have to. */
@Command(
        name = "prepare",
        mixinStandardHelpOptions = true,
        description =
                "Writes a data set at the size that training needs, with masks, labels and the same split; pass the folder"
                        + " to --data. If the networks that find faces are installed, it also measures where faces lie in the"
                        + " crops, so that a model trained on this data crops faces from any photo the same way. Run the same"
                        + " command again to resume an interrupted one; DIR is not changed.",
        footer = {
            "",
            "Examples:",
            "  ragan data prepare ~/utkface --size 64 -o utkface-64",
            "  ragan data prepare ~/utkface --size 64 --masks person -o utkface-64"
        })
final class DataPrepareCommand implements Callable<Integer> {
    @Parameters(paramLabel = "DIR", description = "Folder of faces.")
    private Path folder;

    @Mixin
    private FormatOptions format = new FormatOptions();

    @Option(
            names = {"-o", "--output"},
            required = true,
            description = "A new folder, or one started with the same data, size and masks.")
    private Path output;

    @Option(
            names = "--size",
            defaultValue = "64",
            description = "Width and height in pixels; default ${DEFAULT-VALUE}.")
    private int size;

    @Option(
            names = "--masks",
            converter = Origins.class,
            description =
                    "Face masks: \"given\" keeps those of the data set; \"person\" also makes one for every face without:"
                            + " a network's segmentation of the person, including hair and clothes; default given.")
    private @Nullable MaskOrigin masks;

    @Option(
            names = {"--evaluators", "--networks"},
            paramLabel = "DIR",
            description =
                    "Folder of that network and of those that find faces; default: that of \"ragan networks install\".")
    private Path evaluators = EvaluatorPackages.defaultFolder();

    /** Converts an argument to an origin of masks. */
    static final class Origins implements ITypeConverter<MaskOrigin> {
        @Override
        public MaskOrigin convert(String text) {
            return FormatOptions.choice(MaskOrigin.values(), text);
        }
    }

    @Override
    public Integer call() {
        if (masks == MaskOrigin.PERSON) {
            try (var network = PersonNetwork.load(evaluators)) {
                var maker = new MaskMaker(PersonNetwork.name(), network::probabilities);
                prepare(
                        format.list(folder, MaskOrigin.PERSON),
                        (listing, progress) -> PreparedFolder.write(listing, output, size, maker, progress));
            }
        } else {
            prepare(format.list(folder), (listing, progress) -> PreparedFolder.write(listing, output, size, progress));
        }
        new FrameMeasure(output, evaluators).run();
        System.out.println(output);
        return 0;
    }

    private void prepare(Listing listing, BiFunction<Listing, IntConsumer, PreparedFolder.Outcome> writer) {
        System.err.println(folder + " is read as " + listing.reading());
        listing.report(System.err::println);
        var outcome = Bars.during("prepare", listing.faces().size(), progress -> writer.apply(listing, progress));
        var leftOut = outcome.leftOut();
        Skipped.lines(Skipped.byReason(leftOut)).forEach(line -> System.err.println("left out " + line));
        if (!outcome.whole().isEmpty()) {
            System.err.printf(
                    "made masks that cover the whole image because no person was found: %d: %s%n",
                    outcome.whole().size(), Skipped.few(outcome.whole()));
        }
        System.err.printf("%d faces of %d x %d pixels%n", listing.faces().size() - leftOut.size(), size, size);
    }
}
