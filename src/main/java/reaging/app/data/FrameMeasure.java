package reaging.app.data;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;
import reaging.app.terminal.Bars;
import reaging.data.FaceFrame;
import reaging.data.FivePoints;
import reaging.data.folders.DataFormat;
import reaging.data.folders.Pruning;
import reaging.faces.FaceCropper;
import reaging.faces.NetworkFinder;
import reaging.pictures.PictureReader;

/**
 * Measures where faces lie in the crops of a prepared folder, for the card of a model trained on them.
 *
 * @param folder the prepared folder
 * @param networks folder of the networks that find faces
 */
record FrameMeasure(Path folder, Path networks) {
    /** With this many faces a mean is nearly always within .002 of the side. */
    private static final int MOST_FACES = 300;

    /** Fewer faces don't represent the rest. */
    private static final int LEAST_FACES = 5;

    /** Measures, unless already done, and reports the result. */
    void run() {
        if (FaceFrame.read(folder).isPresent()) {
            return;
        }
        if (!NetworkFinder.isIn(networks)) {
            System.err.println(
                    "face positions in the crops were not measured, since the networks that find faces are not"
                            + " installed; a model trained on this data will assume UTKFace's positions; to measure them, run"
                            + " \"ragan networks install\" and this command again");
            return;
        }
        var files = crops();
        var points = Bars.whileStepping("frame", files.size(), step -> points(files, step));
        if (points.size() < LEAST_FACES) {
            System.err.printf(
                    "face positions in the crops were not measured: a face was found in only %d of %d%n",
                    points.size(), files.size());
            return;
        }
        var frame = FaceFrame.of(points);
        frame.write(folder);
        System.err.printf(
                Locale.ROOT,
                "eyes in the crops are at %.3f,%.3f and %.3f,%.3f of the side, measured on %d faces%n",
                frame.mean().leftEye().x(),
                frame.mean().leftEye().y(),
                frame.mean().rightEye().x(),
                frame.mean().rightEye().y(),
                frame.faces());
    }

    /** Returns an evenly spread sample of the crops. */
    private List<Path> crops() {
        var all = DataFormat.AUTO.list(folder, Pruning.CONFIDENCE).faces();
        int count = Math.min(all.size(), MOST_FACES);
        return IntStream.range(0, count)
                .mapToObj(i -> all.get((int) ((long) i * all.size() / count)).image())
                .toList();
    }

    private List<FivePoints> points(List<Path> files, Runnable step) {
        try (var cropper = FaceCropper.open(networks)) {
            return files.stream()
                    .map(file -> {
                        var points =
                                cropper.points(PictureReader.PHOTOS.read(file)).orElse(null);
                        step.run();
                        return points;
                    })
                    .filter(Objects::nonNull)
                    .toList();
        }
    }
}
