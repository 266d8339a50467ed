package reaging.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import reaging.data.PersonPhotos;
import reaging.data.Split;
import reaging.data.SyntheticFaceSet;
import reaging.evaluation.BatchSize;
import reaging.evaluation.Evaluation;
import reaging.evaluation.GroundTruth;
import reaging.evaluation.Report;
import reaging.evaluation.ReportFiles;
import reaging.evaluation.ReportJson;
import reaging.evaluation.ReportText;
import reaging.evaluation.TruthText;
import reaging.evaluation.networks.EvaluatorPackages;
import reaging.evaluation.networks.Evaluators;
import reaging.savedmodel.ReAger;

/** Measures a model: against the truth on synthetic people, by evaluator networks on photos. */
@Command(
        name = "evaluate",
        mixinStandardHelpOptions = true,
        description = {
            "Measures a model: age, identity, distances from real images, background, reconstruction; beside it a model that"
                    + " copies its input and one that shows somebody else of the target age.",
            "On synthetic people, whose true drawing at every age is known, nothing has to be installed; on photos the"
                    + " networks of \"ragan evaluators install\" judge, and without them less is measured."
        },
        footer = {
            "",
            "Examples:",
            "  ragan evaluate --model runs/00000-synthetic-tiny-64/savedmodel",
            "  ragan evaluate --model runs/00001-utkface-small-64/savedmodel --data data/utkface"
        })
final class EvaluateCommand implements Callable<Integer> {
    @Option(
            names = "--model",
            description = "A SavedModel folder; default: the one of savedmodels/, or else the newest run's.")
    private Path model;

    @Option(
            names = "--data",
            defaultValue = FaceData.SYNTHETIC,
            description = "\"synthetic\" (default) or a folder of faces.")
    private String data;

    @Mixin
    private FormatOptions format = new FormatOptions();

    @Option(
            names = "--people",
            defaultValue = "200",
            description = "How many, of those that training never sees; default ${DEFAULT-VALUE}.")
    private int people;

    @Option(
            names = "--seed",
            defaultValue = "0",
            description = "Of what is drawn at random; for synthetic people that of the run that made the model.")
    private long seed;

    @Option(
            names = "--evaluators",
            paramLabel = "DIR",
            description = "Where the evaluator networks lie; default: where \"ragan evaluators install\" puts them.")
    private Path evaluators;

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
        var folder = Models.orDefault(model);
        boolean synthetic = data.equals(FaceData.SYNTHETIC);
        List<String> notes = new ArrayList<>();
        try (var reAger = ReAger.load(folder);
                var networks = synthetic ? noNetworks(notes) : networks(notes)) {
            var split = synthetic ? synthetic(reAger) : photos(notes);
            notes.forEach(EvaluateCommand::notice);
            var target = out == null
                    ? Path.of(
                            "evaluations",
                            Models.name(folder) + "-" + split.heldOut().name())
                    : out;
            int together = batch == null ? BatchSize.fitting(reAger.imageSize()) : batch;
            var settings = new Evaluation.Settings(people, together, seed, target, Models.version(folder));
            var evaluation =
                    new Evaluation(Models.name(folder), reAger, split, networks, settings, EvaluateCommand::notice);
            var truth = synthetic ? truth(reAger) : null;
            var result = run(evaluation, notes, truth);
            ReportFiles.write(result, target);
            print(result.report());
            notice("report in " + target.resolve("report.html"));
        }
        return 0;
    }

    private Evaluators networks(List<String> notes) {
        return Evaluators.load(evaluators == null ? EvaluatorPackages.defaultFolder() : evaluators, notes::add);
    }

    private static Evaluators noNetworks(List<String> notes) {
        notes.add(
                "not measured: estimated age, identity, KID and Frechet distance, since the evaluator networks know photos"
                        + " and no drawings; the truth is known instead");
        return Evaluators.none();
    }

    private Split synthetic(ReAger reAger) {
        var heldOut = new SyntheticFaceSet(FaceData.heldOut(people, reAger.imageSize(), seed));
        return new Split(heldOut, heldOut);
    }

    private Split photos(List<String> notes) {
        var folder = Path.of(data);
        if (!PersonPhotos.isIn(folder)) {
            var listing = format.list(folder);
            notice(data + " is read as " + listing.format());
            listing.report(EvaluateCommand::notice);
            return listing.split();
        }
        notes.add(
                "photos of people at several ages: all of them are judged, and the real images to compare with are among"
                        + " them");
        var photos = PersonPhotos.open(folder, EvaluateCommand::notice);
        return new Split(photos, photos);
    }

    private GroundTruth truth(ReAger reAger) {
        var heldOut = FaceData.heldOut(people, reAger.imageSize(), seed);
        return Bars.during("truth", heldOut.size(), progress -> GroundTruth.measure(reAger, heldOut, progress));
    }

    private static Evaluation.Result run(Evaluation evaluation, List<String> notes, GroundTruth truth) {
        if (!Terminal.attended()) {
            return evaluation.run(notes, truth, () -> {});
        }
        try (var bar = Bars.open("evaluate", evaluation.steps())) {
            return evaluation.run(notes, truth, bar::step);
        }
    }

    private void print(Report report) {
        if (report.truth() != null) {
            System.out.println(json ? ReportJson.of(report.truth()) : TruthText.of(report.truth()));
        } else {
            System.out.println(json ? ReportJson.of(report) : ReportText.of(report));
        }
    }

    private static void notice(String line) {
        System.err.println("ragan: " + line);
    }
}
