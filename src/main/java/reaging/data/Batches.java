package reaging.data;

import java.util.Objects;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import reaging.pictures.UnreadablePicture;

/**
 * The batches in order, read ahead by a separate thread during training; it holds that thread and native memory until it is
 * closed. An unreadable face is reported by name once, then skipped and replaced by another one.
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

    /** A batch, or the reason why it could not be read. */
    private record Read(@Nullable Batch batch, @Nullable RuntimeException failure) {}

    /**
     * Starts reading.
     *
     * @param size side of the images in pixels
     * @param sampler sampler of the faces to read
     * @param firstStep number of the first batch
     * @param notices receives a notice for each skipped face
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
     * Starts reading with the default sampler.
     *
     * @param count faces per batch, N
     * @param seed the same seed gives the same batches
     */
    public Batches(FaceSet faces, int size, int count, long seed, long firstStep, Consumer<String> notices) {
        this(size, new Sampler(faces, count, seed), firstStep, notices);
    }

    /** Returns the next batch, which the caller closes. */
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

    /** Returns how long {@link #next} has waited for faces in total, in seconds. */
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
