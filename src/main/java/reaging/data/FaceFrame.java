package reaging.data;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import reaging.data.FivePoints.Point;
import reaging.files.WholeFile;

/**
 * The position of faces in the crops of a data set, stored as {@code frame.json} in its folder.
 *
 * @param mean means of the points as fractions of a crop's side
 * @param deviation standard deviations of the coordinates as fractions of a crop's side
 * @param faces number of measured faces
 */
public record FaceFrame(FivePoints mean, FivePoints deviation, int faces) {
    /** The file's name. */
    public static final String FILE = "frame.json";

    private static final Gson JSON = new GsonBuilder().setPrettyPrinting().create();
    private static final double DIGITS = 1e4;

    /**
     * Computes means and deviations over faces.
     *
     * @param all points of at least one face, as fractions of its crop's side
     */
    public static FaceFrame of(List<FivePoints> all) {
        if (all.isEmpty()) {
            throw new IllegalArgumentException("a frame must be measured on at least one face but there is none");
        }
        var points = IntStream.range(0, 5)
                .mapToObj(i -> all.stream().map(face -> face.all().get(i)).toList())
                .toList();
        return new FaceFrame(
                FivePoints.of(points.stream().map(FaceFrame::mean).toList()),
                FivePoints.of(points.stream().map(FaceFrame::deviation).toList()),
                all.size());
    }

    private static Point mean(List<Point> places) {
        return new Point(rounded(mean(places, Point::x)), rounded(mean(places, Point::y)));
    }

    private static Point deviation(List<Point> places) {
        return new Point(rounded(deviation(places, Point::x)), rounded(deviation(places, Point::y)));
    }

    private static double mean(List<Point> places, ToDoubleFunction<Point> coordinate) {
        return places.stream().mapToDouble(coordinate).average().orElseThrow();
    }

    private static double deviation(List<Point> places, ToDoubleFunction<Point> coordinate) {
        double mean = mean(places, coordinate);
        return Math.sqrt(places.stream()
                .mapToDouble(coordinate)
                .map(value -> (value - mean) * (value - mean))
                .average()
                .orElseThrow());
    }

    private static double rounded(double value) {
        return Math.rint(value * DIGITS) / DIGITS;
    }

    /** Writes the frame into the folder of its data set. */
    public void write(Path folder) {
        WholeFile.write(folder.resolve(FILE), (JSON.toJson(this) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /** Reads the frame of a data set, if it was measured. */
    public static Optional<FaceFrame> read(Path folder) {
        var file = folder.resolve(FILE);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(JSON.fromJson(Files.readString(file), FaceFrame.class))
                    .filter(frame -> frame.mean != null);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        } catch (JsonParseException e) {
            throw new IllegalArgumentException(
                    "a frame must be JSON but " + file + " is not: " + e.getMessage()
                            + "; remove it and prepare the data again to measure it anew",
                    e);
        }
    }
}
