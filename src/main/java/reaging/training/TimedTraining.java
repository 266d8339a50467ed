package reaging.training;

import reaging.data.Batches;
import reaging.data.FaceSet;
import reaging.losses.FaceDescriptor;
import reaging.run.RunConfig;
import reaging.runtime.Devices;
import reaging.runtime.Profile;

/**
 * Training whose steps are timed, with the input pipeline; nothing is kept. Holds native memory and the thread that reads the
 * faces until it is closed.
 */
public final class TimedTraining implements AutoCloseable {
    private static final int WARM_UP = 5;

    private final TrainingSession training;
    private final Batches batches;
    private final double waitedAtFirst; // in seconds
    private int measured; // steps

    /** Builds the networks and takes a few steps, which are slower than those that follow. */
    public TimedTraining(RunConfig config, FaceSet faces, Devices devices) {
        training = TrainingSession.begun(config, devices, FaceDescriptor.NONE);
        batches = training.batches(faces, notice -> {});
        seconds(WARM_UP);
        waitedAtFirst = batches.secondsWaited();
        measured = 0;
    }

    /** Takes so many steps; the seconds of each. */
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

    /** Takes so many steps more slowly; where the time of one of them goes. */
    public Profile profile(int steps) {
        return training.profile(batches, steps);
    }

    /** How long a step waits for its faces to be read, in seconds: the mean of all that {@link #seconds} took. */
    public double secondsWaitedPerStep() {
        return (batches.secondsWaited() - waitedAtFirst) / Math.max(1, measured);
    }

    /** Images in a step. */
    public int batch() {
        return training.config().training().batch();
    }

    /** Multiply-adds of a step: of convolutions and matrix products, both networks, gradients included. */
    public long multiplyAdds() {
        return training.multiplyAdds();
    }

    @Override
    public void close() {
        batches.close();
        training.close();
    }
}
