package reaging.faces;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.tensorflow.TensorFlow;
import reaging.data.AgeGroup;
import reaging.data.FivePoints;
import reaging.data.FivePoints.Point;
import reaging.faces.Photo.Beyond;
import reaging.files.WholeFile;
import reaging.networks.EvaluatorPackages;
import reaging.pictures.PictureFormat;
import reaging.pictures.PictureReader;
import reaging.pictures.writing.PhotoFile;
import reaging.pictures.writing.SyntheticMark;
import reaging.runtime.OneDnn;
import reaging.savedmodel.ModelCard;
import reaging.savedmodel.ReAger;

/**
 * Re-ages the faces of any photo:
 *
 * <pre>{@code
 * try (var photos = PhotoReAger.open(model)) {
 *     photos.reAge(Path.of("party.jpg"), 70, Path.of("party_70.jpg"));
 * }
 * }</pre>
 *
 * <p>Or step by step, for one face at several ages: {@link #find} finds the faces, {@link #encode} encodes one, {@link
 * EncodedFace#at} re-ages it and {@link AgedFace#pasteInto} pastes it back. One object serves all threads; it holds native
 * memory until it is closed.
 */
public final class PhotoReAger implements AutoCloseable {
    private final ReAger model;
    private final FivePoints frame;
    private final PhotoNetworks networks;

    private PhotoReAger(ReAger model, PhotoNetworks networks) {
        this.model = model;
        this.networks = networks;
        frame = model.card().map(ModelCard::frame).orElse(FivePoints.UTKFACE);
    }

    /** Loads a SavedModel and, from their default folder, the networks that find faces. */
    public static PhotoReAger open(Path model) {
        return open(model, OptionalInt.empty(), EvaluatorPackages.defaultFolder());
    }

    /**
     * Loads a SavedModel and the networks that find faces. If these are not installed, OpenCV's cascades find faces that look into
     * the camera.
     *
     * @param size side of the model's faces in pixels, for a model that accepts any size
     * @param networks folder of the networks
     * @throws IllegalArgumentException if the model is not a SavedModel, or a network is damaged
     */
    public static PhotoReAger open(Path model, OptionalInt size, Path networks) {
        // Loads TensorFlow first, then both parts in parallel: each takes about as long.
        OneDnn.choose();
        TensorFlow.version();
        var loading = CompletableFuture.supplyAsync(() -> PhotoNetworks.load(networks));
        ReAger loaded;
        try {
            loaded = ReAger.load(model, size);
        } catch (RuntimeException e) {
            close(loading);
            throw e;
        }
        try {
            return new PhotoReAger(loaded, loading.join());
        } catch (CompletionException e) {
            loaded.close();
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private static void close(CompletableFuture<PhotoNetworks> loading) {
        try {
            loading.join().close();
        } catch (CompletionException e) {
            // Neither could be loaded; the error about the model is reported.
        }
    }

    /** Returns the model. */
    public ReAger model() {
        return model;
    }

    /** Whether networks find the faces rather than OpenCV's cascades, which find fewer. */
    public boolean usesNetworks() {
        return networks.finder() instanceof NetworkFinder;
    }

    /** Finds the faces in a photo. */
    public DetectedFaces find(Photo photo) {
        return networks.finder().find(photo);
    }

    /**
     * Returns the face of a photo that is already cropped like the model's training data: its central square.
     *
     * @param photo photo of a face that lies as in the model's frame
     */
    public DetectedFaces ofCrop(Photo photo) {
        int side = Math.min(photo.width(), photo.height());
        var square = new Region(new Point(photo.width() / 2.0, photo.height() / 2.0), side, 0);
        var box = Box.around(square.middle(), side, side);
        var face = new DetectedFace(box, 1, square.toPhoto(frame), new Pose(0, 0, 0), Optional.empty());
        return new DetectedFaces(List.of(face), "nothing: the photo is a crop");
    }

    /**
     * Crops a face for the model and encodes its identity.
     *
     * @param face a face of this photo
     * @throws IllegalArgumentException if the face cannot be re-aged
     */
    public EncodedFace encode(Photo photo, DetectedFace face) {
        face.refusal().ifPresent(refusal -> {
            throw new IllegalArgumentException("a face " + refusal.text());
        });
        var region = Alignment.of(face.points(), frame);
        int side = model.imageSize();
        var image = new Grid(photo.pixels(region, side, Beyond.EDGE), side, 3);
        return EncodedFace.of(model, new AlignedFace(region, image, networks.mask(photo, region, frame)));
    }

    /**
     * Re-ages every usable face of a photo.
     *
     * @param age target age in years, 0 to 120
     * @return a new picture of the same size; equal to the photo if there is no usable face
     */
    public BufferedImage reAge(BufferedImage picture, double age) {
        var photo = Photo.of(picture);
        return reAged(photo, find(photo), age);
    }

    /**
     * Re-ages every usable face of a photo and writes a file with the photo's quality, colour profile and EXIF data, except for
     * the location and thumbnails, and with a mark that says that faces in it are synthetic.
     *
     * @param in file of any {@link PictureFormat}
     * @param age target age in years, 0 to 120
     * @param out file whose name ends like that of a JPEG or PNG file; an existing one is replaced once the new one is complete
     * @return the detected faces; the usable ones were re-aged
     * @throws IllegalArgumentException if the photo cannot be read or shows no face that can be re-aged, or if the result cannot
     *     have that name; then nothing is written
     * @throws UncheckedIOException if the result cannot be written
     */
    public DetectedFaces reAge(Path in, double age, Path out) {
        AgeGroup.requireAge(age);
        var format = formatOf(out);
        requireOther(in, out);
        var file = PhotoFile.read(in, PictureReader.MOST_PIXELS);
        var photo = Photo.of(file.picture());
        var found = find(photo);
        if (found.usable().isEmpty()) {
            throw new IllegalArgumentException("a photo must show a face that can be re-aged but " + in + " shows "
                    + (found.faces().isEmpty()
                            ? "none"
                            : "only " + found.faces().size() + " that cannot"));
        }
        var mark = SyntheticMark.ofFaces("at " + AgeGroup.text(age) + " years", model.name());
        WholeFile.write(out, file.with(reAged(photo, found, age), format, mark));
        return found;
    }

    private static PictureFormat formatOf(Path out) {
        return PictureFormat.named(out.toString())
                .filter(format -> format == PictureFormat.JPEG || format == PictureFormat.PNG)
                .orElseThrow(() -> new IllegalArgumentException(
                        "a result must be a file whose name ends in .jpg or .png but is " + out));
    }

    private static void requireOther(Path in, Path out) {
        try {
            if (Files.exists(in) && Files.exists(out) && Files.isSameFile(in, out)) {
                throw new IllegalArgumentException(
                        "a result must not overwrite its photo but both are " + in + "; choose another name");
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot compare " + in + " with " + out, e);
        }
    }

    private BufferedImage reAged(Photo photo, DetectedFaces found, double age) {
        var result = photo.picture();
        found.usable().forEach(face -> encode(photo, face).at(age).pasteInto(result));
        return result;
    }

    @Override
    public void close() {
        networks.close();
        model.close();
    }
}
