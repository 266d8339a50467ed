package reaging.app.measurement;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import reaging.app.faults.Cures;
import reaging.app.options.DataSourceConverter;
import reaging.app.options.FormatOptions;
import reaging.app.terminal.Bars;
import reaging.data.HeldOut;
import reaging.data.Split;
import reaging.evaluation.Evaluation;
import reaging.evaluation.EvaluationSettings;
import reaging.evaluation.Report;
import reaging.evaluation.TargetEvaluation;
import reaging.evaluation.predictions.BatchSize;
import reaging.evaluation.report.ReportFiles;
import reaging.evaluation.report.ReportJson;
import reaging.evaluation.report.ReportText;
import reaging.evaluation.report.TargetText;
import reaging.evaluation.report.TruthText;
import reaging.evaluation.truth.GroundTruth;
import reaging.networks.EvaluatorPackages;
import reaging.networks.Evaluators;
import reaging.run.DataSource;
import reaging.run.FaceData;
import reaging.savedmodel.Models;
import reaging.savedmodel.ReAger;

/** Measures a model: against the truth on synthetic people, by evaluator networks on photos. */
@Command(
        name = "evaluate",
        mixinStandardHelpOptions = true,
        description = {
            "Measures a model: age, identity, distance from real images, background, reconstruction. Two baselines are"
                    + " measured too: one copies its input, the other shows somebody else of the target age.",
            "Synthetic people, whose true drawing at every age is known, need nothing installed. Photos are judged by"
                    + " the networks of \"ragan networks install\"; without them fewer metrics are available."
        },
        footer = {
            "",
            "Examples:",
            "  ragan evaluate --model runs/00000-synthetic-tiny-64/savedmodel",
            "  ragan evaluate --model runs/00001-utkface-small-64/savedmodel --data data/utkface",
            "  ragan evaluate --scenes",
            "  ragan evaluate --data celeba-hq --format photos --targets 20,25,30,35,40,45,50,65,70"
        })
public final class EvaluateCommand implements Callable<Integer> {
    @Option(
            names = "--model",
            description =
                    "A SavedModel folder, or a name in savedmodels/; default: the first there that was trained on the same"
                            + " kind of faces, or else that of the newest run.")
    private @Nullable Path model;

    @Option(
            names = "--data",
            converter = DataSourceConverter.class,
            defaultValue = FaceData.SYNTHETIC,
            description = "\"synthetic\" (default) or a folder of faces.")
    private DataSource data;

    @Mixin
    private FormatOptions format = new FormatOptions();

    @Option(
            names = "--people",
            defaultValue = "200",
            description = "Number of people to measure on, none of them seen in training; default ${DEFAULT-VALUE}.")
    private int people;

    @Option(
            names = "--held-out",
            defaultValue = "reporting",
            description =
                    "Which of the held-out people: ${COMPLETION-CANDIDATES}. \"choosing\" are the three in ten by whom"
                            + " training with --evaluate-every chooses checkpoints; \"reporting\" are for figures to report. Default"
                            + " ${DEFAULT-VALUE}.")
    private HeldOut part;

    @Option(
            names = "--targets",
            split = ",",
            paramLabel = "YEARS",
            description =
                    "Target ages to use instead of the ten groups; the estimated age is compared with the target itself, as"
                            + " in papers. Published CelebA-HQ results use 20,25,30,35,40,45,50,65,70 and 200 people. Age labels"
                            + " aren't required: use --format photos.")
    private @Nullable List<Double> targets;

    @Option(
            names = "--scenes",
            arity = "0..1",
            fallbackValue = "30",
            paramLabel = "N",
            description =
                    "Measure how well faces are found, re-aged and put back in N scenes of several people (default"
                            + " ${FALLBACK-VALUE}), instead of the model alone. With --data, the scenes show crops like UTKFace's.")
    private @Nullable Integer scenes;

    @Option(
            names = "--seed",
            defaultValue = "0",
            description = "Random seed; for synthetic people use that of the run that trained the model.")
    private long seed;

    @Option(
            names = {"--evaluators", "--networks"},
            paramLabel = "DIR",
            description = "Folder of the evaluator networks; default: that of \"ragan networks install\".")
    private Path evaluators = EvaluatorPackages.defaultFolder();

    @Option(names = "--batch", description = "People per batch; default: as many as fit into memory.")
    private @Nullable Integer batch;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Folder for the report and the results that an interrupted evaluation resumes from; default:"
                    + " evaluations/MODEL-DATA.")
    private @Nullable Path out;

    @Option(names = "--json", description = "Print one JSON object and nothing else.")
    private boolean json;

    @Override
    public Integer call() {
        boolean synthetic = data.isSynthetic();
        var folder = model == null ? Models.first(data) : Models.named(model);
        if (synthetic && targets != null) {
            throw new IllegalArgumentException(
                    "--targets needs photos, which evaluator networks can judge, but --data is"
                            + " synthetic; name a folder, or leave --targets out");
        }
        if (synthetic && part != HeldOut.REPORTING) {
            throw new IllegalArgumentException(
                    "--held-out is for photos but --data is synthetic; name a folder, or leave" + " --held-out out");
        }
        if (scenes != null) {
            requireNoOthersWithScenes();
            new SceneRun(folder, evaluators, data, format, scenes, seed, out, json).run();
            return 0;
        }
        List<String> notes = new ArrayList<>();
        try (var reAger = ReAger.load(folder);
                var networks = synthetic ? noNetworks(notes) : networks(notes)) {
            if (targets != null) {
                atTargets(targets, reAger, folder, networks, notes);
            } else {
                atTheGroups(reAger, folder, networks, notes);
            }
        }
        return 0;
    }

    private void requireNoOthersWithScenes() {
        if (targets != null || part != HeldOut.REPORTING) {
            throw new IllegalArgumentException(
                    "--scenes cannot be combined with --targets or --held-out; leave them out");
        }
    }

    private void atTheGroups(ReAger reAger, Path folder, Evaluators networks, List<String> notes) {
        var split = data instanceof DataSource.Folder photos
                ? EvaluationData.photos(photos.path(), format, part, notes, EvaluateCommand::notice)
                : EvaluationData.synthetic(people, reAger.imageSize(), seed);
        notes.forEach(EvaluateCommand::notice);
        var settings = settings(reAger, folder, split);
        var evaluation =
                new Evaluation(Models.name(folder), reAger, split, networks, settings, EvaluateCommand::notice);
        @Nullable GroundTruth truth = data.isSynthetic() ? truth(reAger) : null;
        var result = Bars.whileStepping("evaluate", evaluation.steps(), step -> evaluation.run(notes, truth, step));
        ReportFiles.write(result, settings.folder());
        print(result.report());
        noticeOf(settings);
    }

    private void atTargets(List<Double> targets, ReAger reAger, Path folder, Evaluators networks, List<String> notes) {
        var split =
                EvaluationData.withOrWithoutAges(Path.of(data.name()), format, part, notes, EvaluateCommand::notice);
        notes.forEach(EvaluateCommand::notice);
        var settings = settings(reAger, folder, split);
        var evaluation = new TargetEvaluation(
                Models.name(folder), reAger, split, targets, networks, settings, EvaluateCommand::notice);
        var result = Bars.whileStepping("evaluate", evaluation.steps(), step -> evaluation.run(notes, step));
        ReportFiles.write(result, settings.folder());
        System.out.println(json ? ReportJson.of(result.report()) : TargetText.of(result.report()));
        noticeOf(settings);
    }

    private EvaluationSettings settings(ReAger reAger, Path folder, Split split) {
        var name = Models.name(folder) + "-" + split.heldOut().name() + (targets == null ? "" : "-targets");
        return new EvaluationSettings(
                people,
                batch == null ? BatchSize.fitting(reAger.imageSize()) : batch,
                seed,
                out == null ? Path.of("evaluations", name) : out,
                Models.version(folder));
    }

    private Evaluators networks(List<String> notes) {
        return Evaluators.load(evaluators, note -> notes.add(Cures.onTheCommandLine(note)));
    }

    private static Evaluators noNetworks(List<String> notes) {
        notes.add(
                "not measured: estimated age, identity, KID and Frechet distance, since the evaluator networks judge photos,"
                        + " not drawings; the true drawings are used instead");
        return Evaluators.none();
    }

    private GroundTruth truth(ReAger reAger) {
        var heldOut = FaceData.heldOut(people, reAger.imageSize(), seed);
        return Bars.during("truth", heldOut.size(), progress -> GroundTruth.measure(reAger, heldOut, progress));
    }

    private void print(Report report) {
        if (report.truth() != null) {
            System.out.println(json ? ReportJson.of(report.truth()) : TruthText.of(report.truth()));
        } else {
            System.out.println(json ? ReportJson.of(report) : ReportText.of(report));
        }
    }

    private static void noticeOf(EvaluationSettings settings) {
        notice("report in " + settings.folder().resolve("report.html"));
    }

    private static void notice(String line) {
        System.err.println("ragan: " + line);
    }
}
