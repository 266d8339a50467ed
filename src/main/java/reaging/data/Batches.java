package reaging.data;

import java.util.Objects;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import reaging.pictures.UnreadablePicture;

/**
 * Batches in order, read ahead by a thread of its own beside the training; holds that thread and native memory until it is
 * closed. A face that cannot be read is reported by name once, skipped from then on and replaced by another one.
 */
public final class Batches implements AutoCloseable {
    private static final int AHEAD = 4;
    private static final int MOST_ATTEMPTS = 100;

    private final FaceSet faces;
    private final Sampler sampler;
    private final FaceReader reader;
    private final ReadableFaces readable;
    private final BlockingQueue<Read> queue = new ArrayBlockingQueue<>(AHEAD);
    private final Thread producer;
    private volatile boolean closed;
    private long nanosWaited;

    /** A batch, or why there is none. */
    private record Read(@Nullable Batch batch, @Nullable RuntimeException failure) {}

    /**
     * Starts reading.
     *
     * @param size side of the images, in pixels
     * @param sampler draws from the faces that are read
     * @param firstStep number of the first batch
     * @param notices is told each face that is skipped, and why
     */
    public Batches(int size, Sampler sampler, long firstStep, Consumer<String> notices) {
        faces = sampler.faces();
        this.sampler = sampler;
        reader = new FaceReader(faces, size);
        readable = new ReadableFaces(faces, size, notices);
        producer = new Thread(() -> produce(firstStep), "batches");
        producer.setDaemon(true);
        producer.start();
    }

    /**
     * Starts reading what the usual sampler draws.
     *
     * @param count faces in a batch, N
     * @param seed the same seed gives the same batches
     */
    public Batches(FaceSet faces, int size, int count, long seed, long firstStep, Consumer<String> notices) {
        this(size, new Sampler(faces, count, seed), firstStep, notices);
    }

    /** The next batch; the caller closes it. */
    public Batch next() {
        try {
            long began = System.nanoTime();
            var read = queue.take();
            nanosWaited += System.nanoTime() - began;
            if (read.failure() != null) {
                throw read.failure();
            }
            return Objects.requireNonNull(read.batch());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for a batch", e);
        }
    }

    /** How long {@link #next} has waited for faces in all, in seconds. */
    public double secondsWaited() {
        return nanosWaited / 1e9;
    }

    private void produce(long firstStep) {
        try {
            for (long step = firstStep; !closed; step++) {
                queue.put(read(step));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Read read(long step) {
        try {
            return new Read(batch(step), null);
        } catch (RuntimeException e) {
            return new Read(null, e);
        }
    }

    private Batch batch(long step) {
        var draw = sampler.draw(step);
        for (int place = 0; place < draw.faces().length; place++) {
            if (readable.knownToFail(draw.faces()[place])) {
                replace(draw.faces(), step, place);
            }
        }
        return new Batch(step, pixels(step, draw), ages(draw.faces()), draw.targets());
    }

    private Pixels pixels(long step, Sampler.Draw draw) {
        try {
            return reader.read(draw.faces(), draw.flips());
        } catch (UnreadablePicture e) {
            for (int place = 0; place < draw.faces().length; place++) {
                if (!readable.contains(draw.faces()[place])) {
                    replace(draw.faces(), step, place);
                }
            }
            return reader.read(draw.faces(), draw.flips());
        }
    }

    private void replace(int[] drawn, long step, int place) {
        for (int attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
            drawn[place] = sampler.replacement(step, place, attempt);
            if (readable.contains(drawn[place])) {
                return;
            }
        }
        throw readable.nothingLeft();
    }

    private double[] ages(int[] drawn) {
        double[] ages = new double[drawn.length];
        for (int i = 0; i < drawn.length; i++) {
            ages[i] = faces.age(drawn[i]);
        }
        return ages;
    }

    @Override
    public void close() {
        closed = true;
        producer.interrupt();
        try {
            producer.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        for (var read = queue.poll(); read != null; read = queue.poll()) {
            if (read.batch() != null) {
                read.batch().close();
            }
        }
    }
}
