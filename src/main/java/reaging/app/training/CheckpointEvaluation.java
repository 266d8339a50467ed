package reaging.app.training;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import reaging.data.HeldOut;
import reaging.evaluation.QuickEvaluation;
import reaging.evaluation.truth.GroundTruth;
import reaging.networks.Evaluators;
import reaging.run.Checkpoints;
import reaging.run.FaceData;
import reaging.run.RunFolder;
import reaging.run.Score;
import reaging.savedmodel.ModelCards;
import reaging.savedmodel.ReAger;
import reaging.training.EvaluationPlan;

/**
 * Evaluates the checkpoints of a run during training. Each is exported first, so what is measured is the model that a user
 * would get. It holds networks until it is closed.
 */
final class CheckpointEvaluation implements AutoCloseable {
    private final ChosenRun run;
    private final long everyImages; // 0: never
    private final int people;
    private final Evaluators evaluators;
    private final Consumer<String> notices;

    private CheckpointEvaluation(
            ChosenRun run, long everyImages, int people, Evaluators evaluators, Consumer<String> notices) {
        this.run = run;
        this.everyImages = everyImages;
        this.people = people;
        this.evaluators = evaluators;
        this.notices = notices;
    }

    /** Returns one that evaluates nothing. */
    static CheckpointEvaluation none(ChosenRun run) {
        return new CheckpointEvaluation(run, 0, 0, Evaluators.none(), notice -> {});
    }

    /**
     * Loads the evaluator networks if the faces are photos.
     *
     * @param folder folder of the evaluator networks; not read for synthetic faces
     */
    static CheckpointEvaluation of(ChosenRun run, long everyImages, int people, Path folder, Consumer<String> notices) {
        var evaluators = synthetic(run) ? Evaluators.none() : installed(folder, "--evaluate-every");
        return new CheckpointEvaluation(run, everyImages, people, evaluators, notices);
    }

    private static boolean synthetic(ChosenRun run) {
        return run.config().data().isSynthetic();
    }

    /**
     * Loads the evaluator networks.
     *
     * @param option the option that needs them
     * @throws IllegalArgumentException if some are missing
     */
    static Evaluators installed(Path folder, String option) {
        var evaluators = Evaluators.load(folder, notice -> {});
        if (!evaluators.predictsAge() || !evaluators.predictsIdentity()) {
            evaluators.close();
            throw new IllegalArgumentException(option + " needs the evaluator networks but some are missing in "
                    + folder + "; run \"ragan networks install\", or leave " + option + " out");
        }
        return evaluators;
    }

    /** Returns the plan that training calls. Real faces are judged now, so that bad ones are noticed before hours of training. */
    EvaluationPlan plan(RunFolder folder) {
        if (everyImages == 0) {
            return EvaluationPlan.NEVER;
        }
        var ours = folder.path().resolve("evaluation");
        if (synthetic(run)) {
            return new EvaluationPlan(everyImages, checkpoint -> measured(checkpoint, ours, this::truth));
        }
        notices.accept("judging the real faces that evaluations compare with");
        var photos = QuickEvaluation.prepare(
                run.faces().with(HeldOut.CHOOSING),
                run.config().model().imageSize(),
                people,
                evaluators,
                ours,
                notices);
        return new EvaluationPlan(
                everyImages, checkpoint -> measured(checkpoint, ours, model -> judged(model, photos)));
    }

    private Score measured(Checkpoints.Checkpoint checkpoint, Path ours, Function<ReAger, Score> measure) {
        return BriefModel.in(ours, checkpoint, ModelCards.of(run.config(), checkpoint), measure);
    }

    private Score judged(ReAger model, QuickEvaluation photos) {
        var figures = photos.figures(model);
        return new Score(criterion("HCS", photos.people()), figures.getOrDefault("hcs", Double.NaN), figures);
    }

    private Score truth(ReAger model) {
        var unseen = FaceData.toChooseBy(
                people, model.imageSize(), run.config().training().seed());
        var errors = GroundTruth.total(model, unseen);
        Map<String, Double> figures = new LinkedHashMap<>();
        figures.put("truth_error", errors.output());
        figures.put("copy_error", errors.input());
        figures.put("background", errors.background());
        return new Score(criterion("error against the true drawings", people), -errors.output(), figures);
    }

    private String criterion(String what, int faces) {
        return String.format(
                Locale.ROOT,
                "%s on %d checkpoint-selection faces of %s",
                what,
                faces,
                run.faces().heldOut().name());
    }

    @Override
    public void close() {
        evaluators.close();
    }
}
