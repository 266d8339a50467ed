package reaging.training;

import reaging.data.Batches;
import reaging.data.FaceSet;
import reaging.losses.FaceDescriptor;
import reaging.run.RunConfig;
import reaging.runtime.Devices;
import reaging.runtime.Profile;

/**
 * Times training steps, including the input pipeline, and writes nothing to disk. Holds native memory and the thread that reads
 * the faces until it is closed.
 */
public final class TimedTraining implements AutoCloseable {
    private static final int WARM_UP = 5;

    private final TrainingSession training;
    private final Batches batches;
    private final double waitedAtFirst; // in seconds
    private int measured; // steps

    /** Builds the networks and takes a few steps to warm up. */
    public TimedTraining(RunConfig config, FaceSet faces, Devices devices) {
        training = TrainingSession.begun(config, devices, FaceDescriptor.NONE);
        batches = training.batches(faces, notice -> {});
        seconds(WARM_UP);
        waitedAtFirst = batches.secondsWaited();
        measured = 0;
    }

    /** Takes some steps and returns the seconds of each. */
    public double[] seconds(int steps) {
        double[] seconds = new double[steps];
        for (int i = 0; i < steps; i++) {
            double before = training.state().seconds();
            training.step(batches);
            seconds[i] = training.state().seconds() - before;
        }
        measured += steps;
        return seconds;
    }

    /** Takes some steps with tracing, which slows them down, and returns where the time goes. */
    public Profile profile(int steps) {
        return training.profile(batches, steps);
    }

    /** Returns the mean time in seconds that the steps of {@link #seconds} waited for their faces to be read. */
    public double secondsWaitedPerStep() {
        return (batches.secondsWaited() - waitedAtFirst) / Math.max(1, measured);
    }

    /** Returns the number of images per step. */
    public int batch() {
        return training.config().training().batch();
    }

    /** Returns the multiply-adds per step of all convolutions and matrix products in both networks, including gradients. */
    public long multiplyAdds() {
        return training.multiplyAdds();
    }

    @Override
    public void close() {
        batches.close();
        training.close();
    }
}
