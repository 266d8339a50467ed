package reaging.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
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
            "Measures a model: age, identity, distances from real images, background, reconstruction; beside it a model that"
                    + " copies its input and one that shows somebody else of the target age.",
            "On synthetic people, whose true drawing at every age is known, nothing has to be installed; on photos the"
                    + " networks of \"ragan networks install\" judge, and without them less is measured."
        },
        footer = {
            "",
            "Examples:",
            "  ragan evaluate --model runs/00000-synthetic-tiny-64/savedmodel",
            "  ragan evaluate --model runs/00001-utkface-small-64/savedmodel --data data/utkface",
            "  ragan evaluate --scenes",
            "  ragan evaluate --data celeba-hq --format photos --targets 20,25,30,35,40,45,50,65,70"
        })
final class EvaluateCommand implements Callable<Integer> {
    @Option(
            names = "--model",
            description =
                    "A SavedModel folder, or a name in savedmodels/; default: the first there that was trained on such"
                            + " faces, or else the newest run's.")
    private Path model;

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
            description = "How many, of those that training never sees; default ${DEFAULT-VALUE}.")
    private int people;

    @Option(
            names = "--held-out",
            defaultValue = "reporting",
            description = "Which of those: ${COMPLETION-CANDIDATES}. By the choosing ones, three in ten, training with"
                    + " --evaluate-every chooses checkpoints; figures to report are of the reporting ones. Default"
                    + " ${DEFAULT-VALUE}.")
    private HeldOut part;

    @Option(
            names = "--targets",
            split = ",",
            paramLabel = "YEARS",
            description =
                    "Ages to measure at in place of the ten groups: the estimated age against the target itself, as"
                            + " papers do. 20,25,30,35,40,45,50,65,70 are those of published figures on CelebA-HQ, with its 200"
                            + " people. Photos need no ages for that: --format photos.")
    private List<Double> targets;

    @Option(
            names = "--scenes",
            arity = "0..1",
            fallbackValue = "30",
            paramLabel = "N",
            description =
                    "Measure how faces are found in N scenes of several people (default ${FALLBACK-VALUE}), re-aged and"
                            + " put back, in place of the model alone. With --data the scenes show crops like those of UTKFace.")
    private Integer scenes;

    @Option(
            names = "--seed",
            defaultValue = "0",
            description = "Of what is drawn at random; for synthetic people that of the run that made the model.")
    private long seed;

    @Option(
            names = {"--evaluators", "--networks"},
            paramLabel = "DIR",
            description = "Where the evaluator networks lie; default: where \"ragan networks install\" puts them.")
    private Path evaluators = EvaluatorPackages.defaultFolder();

    @Option(names = "--batch", description = "People at a time; default: as many as fit into memory.")
    private Integer batch;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Where the report goes, and what an interrupted evaluation goes on from; default:"
                    + " evaluations/MODEL-DATA.")
    private Path out;

    @Option(names = "--json", description = "Print one JSON object and nothing else.")
    private boolean json;

    @Override
    public Integer call() {
        boolean synthetic = data.isSynthetic();
        var folder = Models.orDefault(model, data);
        if (synthetic && targets != null) {
            throw new IllegalArgumentException("--targets needs photos, which evaluator networks know, but --data is"
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
                atTargets(reAger, folder, networks, notes);
            } else {
                atTheGroups(reAger, folder, networks, notes);
            }
        }
        return 0;
    }

    private void requireNoOthersWithScenes() {
        if (targets != null || part != HeldOut.REPORTING) {
            throw new IllegalArgumentException(
                    "--scenes measures how faces are found and put back, without --targets and --held-out; leave them out");
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
        var truth = data.isSynthetic() ? truth(reAger) : null;
        var result = Bars.whileStepping("evaluate", evaluation.steps(), step -> evaluation.run(notes, truth, step));
        ReportFiles.write(result, settings.folder());
        print(result.report());
        noticeOf(settings);
    }

    private void atTargets(ReAger reAger, Path folder, Evaluators networks, List<String> notes) {
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
                "not measured: estimated age, identity, KID and Frechet distance, since the evaluator networks know photos"
                        + " and no drawings; the truth is known instead");
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
