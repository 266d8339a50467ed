package reaging.training;

import reaging.run.Checkpoints;
import reaging.run.Evaluated;
import reaging.run.TrainingListener;

/** Evaluates checkpoints during a run, and reports the results. */
record Evaluations(EvaluationPlan plan, Checkpoints checkpoints, TrainingListener listener) {

    /** Evaluates the newest checkpoint. */
    void run(RunOutput output) {
        var checkpoint = checkpoints.latest().orElseThrow();
        long began = System.nanoTime();
        var score = plan.evaluate().apply(checkpoint);
        var evaluated = new Evaluated(checkpoint.state(), (System.nanoTime() - began) / 1e9, score);
        checkpoints.note(evaluated);
        output.evaluated(evaluated);
        listener.notice(evaluated.text());
    }

    /** Whether the final checkpoint of the run still has to be evaluated. */
    boolean missing() {
        return plan.wanted()
                && checkpoints
                        .latest()
                        .filter(latest -> latest.evaluated().isEmpty())
                        .isPresent();
    }
}
