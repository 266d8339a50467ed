package reaging.run;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Chooses the checkpoint to keep regardless of its age: the one with the best score if any were evaluated, or else the one with
 * the lowest cycle error on held-out faces.
 */
final class BestCheckpoint {
    private BestCheckpoint() {}

    /**
     * Chooses the best checkpoint.
     *
     * @param checkpoints the checkpoints from oldest to newest
     */
    static Optional<Checkpoints.Checkpoint> of(List<Checkpoints.Checkpoint> checkpoints) {
        var evaluated = checkpoints.stream()
                .flatMap(checkpoint -> checkpoint.evaluated().stream())
                .toList();
        if (evaluated.isEmpty()) {
            return least(checkpoints, checkpoint -> checkpoint.state().heldOutCycle() != null, checkpoint -> checkpoint
                    .state()
                    .heldOutCycle());
        }
        // If the held-out faces change on a resume, only scores on the new ones count from then on.
        var criterion = evaluated.get(evaluated.size() - 1).criterion();
        return least(
                checkpoints,
                checkpoint -> checkpoint
                        .evaluated()
                        .filter(each -> each.criterion().equals(criterion))
                        .isPresent(),
                checkpoint -> -checkpoint.evaluated().orElseThrow().score());
    }

    private static Optional<Checkpoints.Checkpoint> least(
            List<Checkpoints.Checkpoint> checkpoints,
            Predicate<Checkpoints.Checkpoint> measured,
            Function<Checkpoints.Checkpoint, Double> error) {
        return checkpoints.stream().filter(measured).min(Comparator.comparing(error));
    }
}
