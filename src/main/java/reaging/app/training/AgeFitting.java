package reaging.app.training;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.function.Consumer;
import java.util.function.Function;
import reaging.app.terminal.Bars;
import reaging.data.AgeGroup;
import reaging.data.HeldOut;
import reaging.evaluation.AgeFit;
import reaging.evaluation.QuickEvaluation;
import reaging.evaluation.figures.MethodMetrics;
import reaging.model.AgeMix;
import reaging.run.Checkpoints;
import reaging.run.FaceData;
import reaging.run.RunFolder;
import reaging.savedmodel.ModelCard;

/** Fits the ages of a checkpoint on the people whom the checkpoints of its run are chosen by. */
final class AgeFitting {
    private AgeFitting() {}

    /**
     * Returns the card of the fitted model.
     *
     * @param evaluators folder of the evaluator networks
     * @param notices receives what is being done, and what changed
     * @throws IllegalArgumentException if the run's faces are drawn, or networks are missing
     */
    static ModelCard fitted(
            RunFolder run,
            Checkpoints.Checkpoint checkpoint,
            ModelCard card,
            Path evaluators,
            Consumer<String> notices) {
        var config = card.config();
        if (config.data().isSynthetic()) {
            throw new IllegalArgumentException("--fit-ages needs a run on photos, whose ages a network can judge, but "
                    + run.path() + " is on synthetic faces; leave it out");
        }
        var folder = run.path().resolve("evaluation").resolve("ages");
        try (var networks = CheckpointEvaluation.installed(evaluators, "--fit-ages")) {
            var faces = FaceData.open(config, notices).with(HeldOut.CHOOSING);
            var photos = QuickEvaluation.prepareAll(faces, config.model().imageSize(), networks, folder, notices);
            notices.accept("fitting ages on " + photos.people() + " checkpoint-selection faces of "
                    + faces.heldOut().name());
            long steps = (long) AgeFit.MEASUREMENTS * photos.people();
            var result = Bars.whileStepping("fit ages", steps, step -> {
                Function<AgeMix, MethodMetrics> measured =
                        mix -> BriefModel.in(folder, checkpoint, card.with(mix), model -> photos.metrics(model, step));
                return new AgeFit(measured, photos::realYears).choose();
            });
            notices.accept(text(result.mix()));
            notices.accept(
                    "before: " + figures(result.before(), photos) + "; after: " + figures(result.after(), photos));
            return card.with(result.mix()).with(QuickEvaluation.figures(result.after()));
        }
    }

    private static String text(AgeMix mix) {
        var text = new StringJoiner(", ", "ages: ", "");
        text.setEmptyValue("ages: no group gains");
        var groups = List.of(AgeGroup.values());
        for (var group : groups) {
            double share = mix.shares().get(group.index());
            if (share != 0) {
                text.add(String.format(
                        Locale.ROOT,
                        "%s takes %.0f %% from %s",
                        group.label(),
                        100 * Math.abs(share),
                        groups.get(mix.source(group.index())).label()));
            }
        }
        return text.toString();
    }

    private static String figures(MethodMetrics metrics, QuickEvaluation photos) {
        return String.format(
                Locale.ROOT,
                "groups off by %.2f years, age error %.2f, identity %.3f, HCS %.4f",
                AgeFit.deviation(metrics, photos::realYears),
                metrics.total().ageError(),
                metrics.total().identity(),
                metrics.total().hcs());
    }
}
