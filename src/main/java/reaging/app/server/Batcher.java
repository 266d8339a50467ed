package reaging.app.server;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntConsumer;
import reaging.faces.AgedFace;
import reaging.faces.EncodedFace;

/**
 * Runs the model in batches, for all faces that wait at the same time. Its queue is bounded by what admitted requests may ask
 * for.
 */
final class Batcher implements AutoCloseable {
    /** Larger batches hardly save time per face, and make others wait. */
    private static final int MOST = 16;

    private final BlockingQueue<Step> queue = new LinkedBlockingQueue<>();
    private final IntConsumer batches;
    private final Thread worker = new Thread(this::work, "model");
    private volatile boolean closed;

    private record Step(EncodedFace face, double age, CompletableFuture<AgedFace> result) {}

    /**
     * Starts to wait for work.
     *
     * @param batches receives the number of faces in each batch
     */
    Batcher(IntConsumer batches) {
        this.batches = batches;
        worker.setDaemon(true);
        worker.start();
    }

    /** Requests a face at an age. */
    CompletableFuture<AgedFace> at(EncodedFace face, double age) {
        var step = new Step(face, age, new CompletableFuture<>());
        queue.add(step);
        return step.result();
    }

    /** Waits for a face; if the wait is given up, the face is not computed. */
    static AgedFace await(CompletableFuture<AgedFace> face, Deadline deadline) {
        try {
            return face.get(Math.max(0, deadline.left()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            face.cancel(false);
            throw deadline.missed();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw deadline.missed();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the model failed", e.getCause());
        }
    }

    /** Returns the number of waiting steps. */
    int waiting() {
        return queue.size();
    }

    private void work() {
        List<Step> steps = new ArrayList<>();
        try {
            while (!closed) {
                steps.add(queue.take());
                queue.drainTo(steps, MOST - 1);
                steps.removeIf(step -> step.result().isCancelled());
                if (!steps.isEmpty()) {
                    run(steps);
                }
                steps.clear();
            }
        } catch (InterruptedException e) {
            closed = true;
        }
    }

    private void run(List<Step> steps) {
        try {
            var faces = steps.stream().map(Step::face).toList();
            var aged =
                    EncodedFace.at(faces, steps.stream().mapToDouble(Step::age).toArray());
            for (int i = 0; i < aged.size(); i++) {
                steps.get(i).result().complete(aged.get(i));
            }
            batches.accept(steps.size());
        } catch (RuntimeException | Error e) {
            steps.forEach(step -> step.result().completeExceptionally(e));
        }
    }

    @Override
    public void close() {
        closed = true;
        worker.interrupt();
        try {
            // The model may be closed once nothing uses it.
            worker.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
