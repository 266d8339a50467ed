package reaging.app.training;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import reaging.ablation.AblationOptions;
import reaging.ablation.AblationReport;
import reaging.ablation.AblationText;
import reaging.ablation.Variant;
import reaging.app.terminal.Interrupt;
import reaging.evaluation.report.ReportJson;
import reaging.files.WholeFile;

/** Trains the full network and variants that each lack one part, with several seeds, and measures them against the truth. */
@Command(
        name = "ablate",
        mixinStandardHelpOptions = true,
        description =
                "Trains the full network and variants that each lack one part on synthetic faces, with several seeds,"
                        + " and writes a table of what each part contributes. Run the same command again to resume.",
        footer = {
            "",
            "Examples:",
            "  ragan ablate",
            "  ragan ablate --preset tiny-64 --kimg 40 --seeds 5 --variants whole,modulator --out ablation-64"
        })
public final class AblateCommand implements Callable<Integer> {
    @Option(
            names = "--preset",
            defaultValue = "tiny-32",
            completionCandidates = TrainingOptions.Presets.class,
            description = "Sizes of the networks, which have no attention here: ${COMPLETION-CANDIDATES}; default"
                    + " ${DEFAULT-VALUE}.")
    private String preset;

    @Option(
            names = "--kimg",
            defaultValue = "10",
            description = "Length of each run in thousands of images; default ${DEFAULT-VALUE}.")
    private double kimg;

    @Option(
            names = "--seeds",
            paramLabel = "N",
            defaultValue = "3",
            description = "Runs of each variant, with seeds from 0 up; default ${DEFAULT-VALUE}.")
    private int seeds;

    @Option(
            names = "--variants",
            split = ",",
            defaultValue = "whole,modulator,background,cycle,reconstruction",
            description =
                    "Variants to train: the full network (whole) and networks that lack a part, named as in \"ragan train"
                            + " --without\"; default ${DEFAULT-VALUE}.")
    private List<String> variants;

    @Option(
            names = "--people",
            paramLabel = "N",
            defaultValue = "200",
            description = "Number of unseen people to measure each model on; default ${DEFAULT-VALUE}.")
    private int people;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "ablation",
            description = "Folder for the runs and the table; default ${DEFAULT-VALUE}.")
    private Path out;

    @Option(names = "--json", description = "Print one JSON object and nothing else.")
    private boolean json;

    @Override
    public Integer call() {
        var chosen = Variant.of(variants).stream().map(Variant::option).toList();
        var options = new AblationOptions(preset, kimg, seeds, chosen, people);
        options.keep(out);
        int runs = chosen.size() * seeds;
        System.err.printf("%d runs of %.2f kimg in %s, %.2f kimg in total%n", runs, kimg, out, runs * kimg);
        try (var interrupt = new Interrupt()) {
            return run(options, interrupt);
        }
    }

    private int run(AblationOptions options, Interrupt interrupt) {
        try {
            var truths = AblationRuns.of(options, out, interrupt).truths();
            write(AblationReport.of(preset, kimg, truths));
            return 0;
        } catch (CancellationException e) {
            System.err.println(e.getMessage() + "; run the same command again to resume");
            return TrainCommand.INTERRUPTED;
        }
    }

    private void write(AblationReport report) {
        var text = AblationText.of(report);
        var object = ReportJson.of(report);
        WholeFile.write(out.resolve("ablation.md"), text.getBytes(StandardCharsets.UTF_8));
        WholeFile.write(out.resolve("ablation.json"), (object + "\n").getBytes(StandardCharsets.UTF_8));
        System.out.println(json ? object : text);
        System.err.println("table in " + out.resolve("ablation.md"));
    }
}
