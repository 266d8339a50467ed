package reaging.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import reaging.data.PersonPhotos;
import reaging.data.Split;
import reaging.data.SyntheticFaces;
import reaging.evaluation.Confusion;
import reaging.evaluation.Evaluation;
import reaging.evaluation.GroundTruth;
import reaging.evaluation.ReportFiles;
import reaging.evaluation.ReportJson;
import reaging.evaluation.ReportText;
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
        try (var reAger = ReAger.load(folder)) {
            if (data.equals(FaceData.SYNTHETIC)) {
                onSyntheticPeople(reAger);
            } else {
                onPhotos(reAger, folder);
            }
        }
        return 0;
    }

    private void onPhotos(ReAger reAger, Path folder) {
        List<String> notes = new ArrayList<>();
        var split = split(reAger, notes);
        try (var networks =
                Evaluators.load(evaluators == null ? EvaluatorPackages.defaultFolder() : evaluators, notes::add)) {
            notes.forEach(EvaluateCommand::notice);
            var target = out == null
                    ? Path.of(
                            "evaluations", name(folder) + "-" + split.heldOut().name())
                    : out;
            int together = batch == null ? Evaluation.batch(reAger.imageSize()) : batch;
            var settings = new Evaluation.Settings(people, together, seed, target);
            var evaluation =
                    new Evaluation(folder.toString(), reAger, split, networks, settings, EvaluateCommand::notice);
            var result = run(evaluation, notes);
            ReportFiles.write(result, target);
            System.out.println(json ? ReportJson.of(result.report()) : ReportText.of(result.report()));
            notice("report in " + target.resolve("report.html"));
        }
    }

    private Split split(ReAger reAger, List<String> notes) {
        var folder = Path.of(data);
        if (!PersonPhotos.isIn(folder)) {
            return FaceData.open(data, reAger.imageSize(), seed, EvaluateCommand::notice);
        }
        notes.add(
                "photos of people at several ages: all of them are judged, and real images to compare with are among them");
        var photos = PersonPhotos.open(folder, EvaluateCommand::notice);
        return new Split(photos, photos);
    }

    private static Evaluation.Result run(Evaluation evaluation, List<String> notes) {
        if (!Terminal.attended()) {
            return evaluation.run(notes, () -> {});
        }
        try (var bar = Bars.open("evaluate", evaluation.steps())) {
            return evaluation.run(notes, bar::step);
        }
    }

    private static void notice(String line) {
        System.err.println("ragan: " + line);
    }

    /** A model's name in a folder's: of a run that of the run. */
    private static String name(Path folder) {
        var absolute = folder.toAbsolutePath().normalize();
        var own = absolute.getFileName();
        var parent = absolute.getParent();
        return String.valueOf(
                own.toString().equals("savedmodel") && parent != null && parent.getFileName() != null
                        ? parent.getFileName()
                        : own);
    }

    private void onSyntheticPeople(ReAger reAger) {
        var heldOut = FaceData.heldOut(people, reAger.imageSize(), seed);
        var truth = measure(reAger, heldOut);
        if (json) {
            System.out.println(ReportJson.of(truth));
        } else {
            print(truth);
        }
    }

    private static GroundTruth measure(ReAger reAger, SyntheticFaces heldOut) {
        if (!Terminal.attended()) {
            return GroundTruth.measure(reAger, heldOut, done -> {});
        }
        try (var bar = Bars.open("evaluate", heldOut.size())) {
            return GroundTruth.measure(reAger, heldOut, bar::stepTo);
        }
    }

    private static void print(GroundTruth truth) {
        System.out.printf(
                "%d people that were held out, each at ten ages; mean absolute difference in 1/255%n%n"
                        + "target   output-truth  input-truth  background%n",
                truth.people());
        truth.groups().forEach((group, errors) -> print(group.label(), errors));
        print("all", truth.total());
        System.out.printf("%nby the number of groups between a person's own and the target%n");
        truth.gaps().forEach((gap, errors) -> print(String.valueOf(gap), errors));
        System.out.printf("%nby what the years change, where that alone changes the drawing%n");
        truth.factors()
                .forEach((factor, errors) -> System.out.printf(
                        "%-8s %12.2f %12.2f%n",
                        factor.name().toLowerCase(Locale.ROOT), errors.output(), errors.input()));
        print(truth.confusion());
    }

    private static void print(Confusion confusion) {
        System.out.printf("%nwhich age of the ten an output is nearest to, a line for each target%n");
        confusion.ages().forEach((group, counts) -> {
            System.out.printf("%-8s", group.label());
            Arrays.stream(counts).forEach(count -> System.out.printf("%6d", count));
            System.out.println();
        });
        System.out.printf(
                "%nnearest to its target age: %.0f %%; nearest to the right one of %d people: %.0f %% (untouched inputs %.0f %%)%n",
                100 * confusion.exactAges(),
                confusion.candidates(),
                100 * confusion.identities(),
                100 * confusion.inputIdentities());
    }

    private static void print(String name, GroundTruth.Errors errors) {
        System.out.printf("%-8s %12.2f %12.2f %11.2f%n", name, errors.output(), errors.input(), errors.background());
    }
}
