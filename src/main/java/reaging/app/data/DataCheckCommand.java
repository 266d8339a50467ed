package reaging.app.data;

import com.google.gson.GsonBuilder;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import reaging.app.options.FormatOptions;
import reaging.app.terminal.Bars;
import reaging.data.Masks;
import reaging.data.folders.Skipped;
import reaging.data.prepare.DataCheck;
import reaging.data.prepare.DataReport;

/** Reports what a folder of faces contains. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "Reads every file of a data set and reports what it contains and what \"ragan train\" would use.",
        footer = {"", "Example:", "  ragan data check ~/utkface"})
final class DataCheckCommand implements Callable<Integer> {
    @Parameters(paramLabel = "DIR", description = "Folder of faces.")
    private Path folder;

    @Mixin
    private FormatOptions format = new FormatOptions();

    @Option(
            names = "--batch",
            defaultValue = "8",
            description = "Batch size of the planned training; default ${DEFAULT-VALUE}.")
    private int batch;

    @Option(names = "--json", description = "Print only one JSON object, with all file names.")
    private boolean json;

    @Override
    public Integer call() {
        var listing = format.list(folder);
        var report = Bars.during("check", listing.faces().size(), progress -> DataCheck.run(listing, batch, progress));
        if (json) {
            System.out.println(new GsonBuilder()
                    .setPrettyPrinting()
                    .serializeNulls()
                    .create()
                    .toJson(report));
        } else {
            print(listing.reading(), report);
        }
        if (report.training() == 0 || report.heldOut() == 0) {
            throw new IllegalStateException("a data set must have readable faces for both training and holding out but "
                    + folder + " has " + report.training() + " and " + report.heldOut() + "; download it again");
        }
        return 0;
    }

    private void print(String reading, DataReport report) {
        System.out.printf(
                "%s is read as %s%ntraining would use %d faces and hold out %d%n%n" + "age group  training  held out%n",
                folder, reading, report.training(), report.heldOut());
        report.groups()
                .forEach((group, parts) ->
                        System.out.printf("%-9s %9d %9d%n", group, parts.training(), parts.heldOut()));
        System.out.printf("%nsizes: %s%n", Skipped.few(sizes(report)));
        printDuplicates(report);
        printMasks(report.masks());
        if (report.confidence() != null) {
            System.out.printf(
                    "confidence of the age groups: mean %.3f, lowest %.3f%n",
                    report.confidence().mean(), report.confidence().lowest());
        }
        Skipped.lines(report.skipped()).forEach(line -> System.out.println("not used: " + line));
        report.concerns().forEach(concern -> System.out.println("warning: " + concern));
    }

    private static List<String> sizes(DataReport report) {
        return report.sizes().entrySet().stream()
                .map(entry -> entry.getKey() + " (" + entry.getValue() + ")")
                .toList();
    }

    private static void printDuplicates(DataReport report) {
        var duplicates = report.duplicates();
        if (duplicates.isEmpty()) {
            System.out.println("duplicates: none");
            return;
        }
        System.out.printf(
                "duplicates: %d images occur more than once, %d of them in both parts of the split, %d with different"
                        + " ages: %s%n",
                duplicates.size(),
                report.duplicatesInBothParts(),
                report.duplicatesOfDifferentAge(),
                Skipped.few(duplicates.stream()
                        .map(same -> String.join(" = ", same))
                        .toList()));
    }

    private static void printMasks(DataReport.MaskReport masks) {
        if (masks.kind() == Masks.NONE) {
            System.out.println(
                    "masks: none, so the whole image counts as face and the model learns to redraw the background"
                            + " as well; \"ragan data prepare --masks person\" makes masks");
            return;
        }
        System.out.printf("masks: %.0f %% of all pixels are face%n", 100 * masks.faceShare());
        if (!masks.whole().isEmpty()) {
            System.out.printf(
                    "masks that cover the whole image: %d: %s%n", masks.whole().size(), Skipped.few(masks.whole()));
        }
        if (!masks.empty().isEmpty()) {
            System.out.printf(
                    "empty masks: %d, still used here, though \"ragan data prepare\" leaves them out: %s%n",
                    masks.empty().size(), Skipped.few(masks.empty()));
        }
        if (!masks.otherSize().isEmpty()) {
            System.out.printf(
                    "masks whose size differs from the image: %d, resized to match: %s%n",
                    masks.otherSize().size(), Skipped.few(masks.otherSize()));
        }
    }
}
