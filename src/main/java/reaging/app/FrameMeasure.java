package reaging.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;
import reaging.data.FaceFrame;
import reaging.data.FivePoints;
import reaging.data.folders.DataFormat;
import reaging.data.folders.Pruning;
import reaging.faces.FaceCropper;
import reaging.faces.NetworkFinder;
import reaging.pictures.PictureReader;

/**
 * Measures where faces lie in the crops of a prepared folder, for the card of a model that learns from them.
 *
 * @param folder that is prepared
 * @param networks the folder of the networks that find faces
 */
record FrameMeasure(Path folder, Path networks) {
    /** With so many faces a mean is off by .002 of the side at most, nearly always. */
    private static final int MOST_FACES = 300;

    /** Fewer tell nothing of the others. */
    private static final int LEAST_FACES = 5;

    /** Measures, unless that was done already, and says what came of it. */
    void run() {
        if (FaceFrame.read(folder).isPresent()) {
            return;
        }
        if (!NetworkFinder.isIn(networks)) {
            System.err.println(
                    "where faces lie in the crops is not measured, since the networks that find faces are not"
                            + " installed; a model of these data will take faces to lie as in UTKFace unless \"ragan networks"
                            + " install\" and the same command follow");
            return;
        }
        var files = crops();
        var points = Bars.whileStepping("frame", files.size(), step -> points(files, step));
        if (points.size() < LEAST_FACES) {
            System.err.printf(
                    "where faces lie in the crops is not measured: a face was found in %d of %d%n",
                    points.size(), files.size());
            return;
        }
        var frame = FaceFrame.of(points);
        frame.write(folder);
        System.err.printf(
                Locale.ROOT,
                "faces lie in the crops with their eyes at %.3f,%.3f and %.3f,%.3f of the side, measured on %d%n",
                frame.mean().leftEye().x(),
                frame.mean().leftEye().y(),
                frame.mean().rightEye().x(),
                frame.mean().rightEye().y(),
                frame.faces());
    }

    /** Some of all, evenly spread. */
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
