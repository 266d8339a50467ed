package reaging.app;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import java.util.function.IntConsumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import reaging.data.folders.Listing;
import reaging.data.folders.MaskOrigin;
import reaging.data.folders.Skipped;
import reaging.data.prepare.MaskMaker;
import reaging.data.prepare.PreparedFolder;
import reaging.networks.EvaluatorPackages;
import reaging.networks.PersonNetwork;

/** Resizes a data set once, so that training need not. */
@Command(
        name = "prepare",
        mixinStandardHelpOptions = true,
        description =
                "Writes a data set at the size that training wants, with masks, labels and the same split; \"--data\""
                        + " takes the folder. Where the networks that find faces are installed, it also measures where faces"
                        + " lie in the crops, so that a model of these data finds them so in any photo. A run that was cut short goes on where it was; DIR stays as it is.",
        footer = {
            "",
            "Examples:",
            "  ragan data prepare ~/utkface --size 64 -o utkface-64",
            "  ragan data prepare ~/utkface --size 64 --masks person -o utkface-64"
        })
final class DataPrepareCommand implements Callable<Integer> {
    @Parameters(paramLabel = "DIR", description = "The folder of the faces.")
    private Path folder;

    @Mixin
    private FormatOptions format = new FormatOptions();

    @Option(
            names = {"-o", "--output"},
            required = true,
            description = "A new folder, or one that was begun with the same data, size and masks.")
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
                    "Masks of the face: \"given\", those that the data set brings, or \"person\", and for every face"
                            + " that has none what a network takes for a person, hair and clothes with them; default given.")
    private MaskOrigin masks;

    @Option(
            names = {"--evaluators", "--networks"},
            paramLabel = "DIR",
            description =
                    "Where that network lies, and those that find faces; default: where \"ragan networks install\" puts it.")
    private Path evaluators = EvaluatorPackages.defaultFolder();

    /** From what a person writes to an origin of masks. */
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
                    "made masks that are all face, as where no person was found: %d: %s%n",
                    outcome.whole().size(), Skipped.few(outcome.whole()));
        }
        System.err.printf("%d faces of %d x %d pixels%n", listing.faces().size() - leftOut.size(), size, size);
    }
}
