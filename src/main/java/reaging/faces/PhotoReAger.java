package reaging.faces;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.tensorflow.TensorFlow;
import reaging.data.FivePoints;
import reaging.data.FivePoints.Point;
import reaging.faces.Photo.Beyond;
import reaging.networks.EvaluatorPackages;
import reaging.runtime.OneDnn;
import reaging.savedmodel.ModelCard;
import reaging.savedmodel.ReAger;

/**
 * Re-ages the faces of any photo:
 *
 * <pre>{@code
 * try (var photos = PhotoReAger.open(model)) {
 *     BufferedImage older = photos.reAge(photo, 70);
 * }
 * }</pre>
 *
 * <p>Or step by step, for one face at several ages: {@link #find} tells where there are faces, {@link #encode} reads one, which
 * {@link EncodedFace#at} shows at an age and {@link AgedFace#pasteInto} puts back. One object serves all threads; it holds
 * native memory until it is closed.
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

    /** Loads a SavedModel, and the networks that find faces from where "ragan networks install" puts them. */
    public static PhotoReAger open(Path model) {
        return open(model, OptionalInt.empty(), EvaluatorPackages.defaultFolder());
    }

    /**
     * Loads a SavedModel and the networks that find faces. Where they are not installed, OpenCV's cascades find faces that look
     * into the camera.
     *
     * @param size side of the model's faces in pixels, for a model that takes any
     * @param networks the folder that they lie in
     * @throws IllegalArgumentException if the model is none, or a network is damaged
     */
    public static PhotoReAger open(Path model, OptionalInt size, Path networks) {
        // TensorFlow first and once, then the two sides beside each other: each takes about as long.
        OneDnn.choose();
        TensorFlow.version();
        var loading = CompletableFuture.supplyAsync(() -> PhotoNetworks.load(networks));
        ReAger loaded = null;
        try {
            loaded = ReAger.load(model, size);
            return new PhotoReAger(loaded, loading.join());
        } catch (CompletionException e) {
            loaded.close();
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        } catch (RuntimeException e) {
            close(loading);
            throw e;
        }
    }

    private static void close(CompletableFuture<PhotoNetworks> loading) {
        try {
            loading.join().close();
        } catch (CompletionException e) {
            // Neither could be loaded, and the caller hears of the model.
        }
    }

    /** The model. */
    public ReAger model() {
        return model;
    }

    /** Whether networks find the faces, and not OpenCV's cascades, which find fewer. */
    public boolean usesNetworks() {
        return networks.finder() instanceof NetworkFinder;
    }

    /** Finds the faces of a photo. */
    public FoundFaces find(Photo photo) {
        return networks.finder().find(photo);
    }

    /**
     * The face of a photo that is a crop already, cut as the model wants it: its middle square is the whole face.
     *
     * @param photo a face that lies as in the model's frame
     */
    public FoundFaces ofCrop(Photo photo) {
        int side = Math.min(photo.width(), photo.height());
        var square = new Region(new Point(photo.width() / 2.0, photo.height() / 2.0), side, 0);
        var box = Box.around(square.middle(), side, side);
        var face = new FoundFace(box, 1, square.toPhoto(frame), new Pose(0, 0, 0), Optional.empty());
        return new FoundFaces(List.of(face), "nothing: the photo is a crop");
    }

    /**
     * Reads a face: cuts it out as the model wants it, and encodes its identity.
     *
     * @param face one of this photo
     * @throws IllegalArgumentException if the face cannot be re-aged
     */
    public EncodedFace encode(Photo photo, FoundFace face) {
        face.refusal().ifPresent(refusal -> {
            throw new IllegalArgumentException("a face " + refusal.text());
        });
        var region = Alignment.of(face.points(), frame);
        int side = model.imageSize();
        var image = new Grid(photo.pixels(region, side, Beyond.EDGE), side, 3);
        return EncodedFace.of(model, new AlignedFace(region, image, networks.mask(photo, region, frame)));
    }

    /**
     * Re-ages every face of a photo that can be.
     *
     * @param age in years, 0 to 120
     * @return a new picture of the same size; equal to the photo where there is no face
     */
    public BufferedImage reAge(BufferedImage picture, double age) {
        var photo = Photo.of(picture);
        var result = photo.picture();
        for (var face : find(photo).usable()) {
            encode(photo, face).at(age).pasteInto(result);
        }
        return result;
    }

    @Override
    public void close() {
        networks.close();
        model.close();
    }
}
