package reaging.app.server;

import java.awt.image.BufferedImage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import reaging.app.photos.FaceChoice;
import reaging.data.AgeGroup;
import reaging.faces.AgedFace;
import reaging.faces.DetectedFace;
import reaging.faces.DetectedFaces;
import reaging.faces.EncodedFace;
import reaging.faces.Photo;
import reaging.faces.PhotoReAger;
import reaging.pictures.Pictures;
import reaging.pictures.writing.PhotoFile;
import reaging.pictures.writing.SyntheticMark;

/** Does the service's work on photos, with one model in memory for all requests. Closing it leaves the model open. */
final class Engine implements AutoCloseable {
    private final PhotoReAger reAger;
    private final Limits limits;
    private final Batcher batcher;

    Engine(PhotoReAger reAger, Limits limits, Batcher batcher) {
        this.reAger = reAger;
        this.limits = limits;
        this.batcher = batcher;
    }

    /**
     * A photo and what was found in it.
     *
     * @param file the file as received
     * @param answer the description to send
     */
    record Looked(PhotoFile file, Photo photo, PhotoAnswer answer, DetectedFaces found) {}

    PhotoReAger reAger() {
        return reAger;
    }

    /**
     * Reads a photo and finds its faces.
     *
     * @param crop whether the photo is already a face crop
     */
    Looked look(byte[] content, boolean crop, Deadline deadline) {
        deadline.check();
        var file = PhotoFile.of("the photo", content, limits.pixels());
        deadline.check();
        var photo = Photo.of(file.picture());
        var found = crop ? reAger.ofCrop(photo) : reAger.find(photo);
        return new Looked(file, photo, PhotoAnswer.of(photo, found), found);
    }

    /** Does everything once, since the first time takes long. */
    void warmUp(byte[] photo) {
        var deadline = Deadline.in(Duration.ofMinutes(5));
        var looked = look(photo, true, deadline);
        reAger.find(looked.photo());
        var faces = encode(looked, List.of(0), deadline);
        pictures(looked.file().picture(), List.copyOf(faces.values()), new double[] {5, 70}, deadline);
    }

    /** Reads a held photo at its own size. */
    Looked open(CachedPhoto held) {
        var file = PhotoFile.of("the photo", held.content(), limits.pixels());
        return new Looked(file, Photo.of(file.picture()), held.answer(), held.found());
    }

    /** Returns the indices of the chosen faces in the list of detected faces, at least one. */
    List<Integer> chosen(DetectedFaces found, FaceChoice choice) {
        var places = Parameters.checked(() -> choice.of(found.faces()));
        if (places.isEmpty()) {
            throw Problem.of(Problem.Kind.NO_FACE, noFace(found));
        }
        if (places.size() > limits.faces()) {
            throw Problem.of(
                    Problem.Kind.BAD_REQUEST,
                    "at most " + limits.faces() + " faces may be re-aged at a time but " + places.size()
                            + " are chosen; choose some with faces=1,3");
        }
        return places;
    }

    private String noFace(DetectedFaces found) {
        var seen = found.faces().isEmpty()
                ? "none was found"
                : found.faces().size() + " were found that cannot: the first "
                        + found.faces()
                                .get(0)
                                .refusal()
                                .map(DetectedFace.Refusal::text)
                                .orElse("");
        return "a photo must show a face that can be re-aged but " + seen
                + "; try one in which a face looks into the camera"
                + (reAger.usesNetworks() ? "" : ", or install the networks, which find nearly all faces");
    }

    /** Encodes faces, given and returned by their indices in the list of detected faces. */
    NavigableMap<Integer, EncodedFace> encode(Looked looked, List<Integer> places, Deadline deadline) {
        NavigableMap<Integer, EncodedFace> faces = new TreeMap<>();
        for (int place : places) {
            deadline.check();
            faces.put(
                    place, reAger.encode(looked.photo(), looked.found().faces().get(place)));
        }
        return faces;
    }

    /** Returns the indices of a photo's usable faces; only the largest ones if there are more than allowed. */
    List<Integer> usable(DetectedFaces found) {
        return IntStream.range(0, found.faces().size())
                .filter(i -> found.faces().get(i).usable())
                .boxed()
                .sorted((one, other) -> Double.compare(
                        found.faces().get(other).box().area(),
                        found.faces().get(one).box().area()))
                .limit(limits.faces())
                .sorted()
                .toList();
    }

    /** Returns a picture for each age, with the faces at that age. */
    List<BufferedImage> pictures(BufferedImage original, List<EncodedFace> faces, double[] ages, Deadline deadline) {
        List<List<CompletableFuture<AgedFace>>> waiting = new ArrayList<>();
        for (double age : ages) {
            waiting.add(faces.stream().map(face -> batcher.at(face, age)).toList());
        }
        List<BufferedImage> pictures = new ArrayList<>();
        for (var aged : waiting) {
            var picture = Pictures.copy(original);
            aged.forEach(face -> Batcher.await(face, deadline).pasteInto(picture));
            pictures.add(picture);
        }
        return pictures;
    }

    /** Returns a face's crop at an age, as the model makes it. */
    BufferedImage crop(EncodedFace face, double age, Deadline deadline) {
        return Batcher.await(batcher.at(face, age), deadline).crop();
    }

    /** Returns the mark by which files say that a network made what they show. */
    SyntheticMark mark(double... ages) {
        var what = ages.length == 1 ? "at " + AgeGroup.text(ages[0]) + " years" : "at several ages";
        return SyntheticMark.ofFaces(what, reAger.model().name());
    }

    @Override
    public void close() {
        batcher.close();
    }
}
