package reaging.faces;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.RectVector;
import org.bytedeco.opencv.opencv_core.Size;
import org.bytedeco.opencv.opencv_objdetect.CascadeClassifier;

/**
 * One of the cascades of Haar features (Viola and Jones 2001) in OpenCV's jar. It may be used from any thread, one at a time,
 * and holds native memory until it is closed.
 */
final class Cascade implements AutoCloseable {
    /** Ratio between successive search sizes. */
    private static final double STEP = 1.1;

    private final CascadeClassifier classifier;

    /**
     * A detection.
     *
     * @param box box in pixels of the image
     * @param hits number of overlapping windows that matched
     */
    record Hit(Box box, int hits) {}

    Cascade(String name) {
        var resource = "/org/bytedeco/opencv/" + Loader.getPlatform() + "/share/opencv4/haarcascades/" + name;
        try {
            classifier = new CascadeClassifier(
                    Loader.cacheResource(CascadeClassifier.class, resource).getPath());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot unpack OpenCV's " + name, e);
        }
    }

    /**
     * Searches a grey image.
     *
     * @param least minimum side of a detection in pixels
     * @param hits minimum number of hits
     */
    synchronized List<Hit> find(Mat grey, int least, int hits) {
        try (var boxes = new RectVector();
                var counts = new IntPointer();
                var smallest = new Size(least, least);
                var largest = new Size()) {
            classifier.detectMultiScale2(grey, boxes, counts, STEP, hits, 0, smallest, largest);
            List<Hit> found = new ArrayList<>();
            for (int i = 0; i < boxes.size(); i++) {
                var box = boxes.get(i);
                found.add(new Hit(new Box(box.x(), box.y(), box.width(), box.height()), counts.get(i)));
            }
            return found;
        }
    }

    @Override
    public void close() {
        classifier.close();
    }
}
