package reaging.app.server;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import reaging.app.photos.FaceChoice;
import reaging.faces.DetectedFaces;
import reaging.faces.EncodedFace;
import reaging.pictures.Pictures;

/**
 * A photo that the page shows: its file, a preview, and its encoded faces, so that a new age costs only what depends on it.
 *
 * @param content content of its file
 * @param faces faces in the photo, by their index in the list of detected faces
 * @param preview the photo at reduced size
 * @param previewFaces the same faces in the preview
 */
record CachedPhoto(
        byte[] content,
        PhotoAnswer answer,
        DetectedFaces found,
        NavigableMap<Integer, EncodedFace> faces,
        BufferedImage preview,
        Map<Integer, EncodedFace> previewFaces) {
    /** Maximum longer side of a preview in pixels: what a page has room for. */
    private static final int PREVIEW_SIDE = 960;

    static CachedPhoto of(byte[] content, Engine.Looked looked, NavigableMap<Integer, EncodedFace> faces) {
        var view = looked.photo().square();
        int side = (int) Math.min(view.side(), PREVIEW_SIDE);
        Map<Integer, EncodedFace> small = new TreeMap<>();
        faces.forEach((place, face) -> small.put(place, face.in(view, side)));
        var preview = Pictures.copy(looked.photo().resized(side));
        return new CachedPhoto(content, looked.answer(), looked.found(), faces, preview, small);
    }

    /** Returns the chosen faces of the preview, at least one. */
    List<EncodedFace> inPreview(Engine engine, FaceChoice choice) {
        return chosen(engine, choice).stream().map(previewFaces::get).toList();
    }

    /** Returns the indices of the chosen faces, at least one. */
    List<Integer> chosen(Engine engine, FaceChoice choice) {
        return engine.chosen(found, choice).stream().filter(faces::containsKey).toList();
    }

    /** Returns the part of the preview that faces may change. */
    Rectangle bounds(List<EncodedFace> chosen) {
        return chosen.stream()
                .map(face -> face.region().bounds(preview.getWidth(), preview.getHeight()))
                .reduce(Rectangle::union)
                .orElseThrow();
    }

    /** Returns roughly how many bytes of Java's heap it takes. */
    long bytes() {
        // The faces of the preview share their arrays with those of the photo.
        return content.length
                + 4L * preview.getWidth() * preview.getHeight()
                + faces.values().stream().mapToLong(EncodedFace::bytes).sum();
    }
}
