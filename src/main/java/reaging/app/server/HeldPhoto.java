package reaging.app.server;

import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import reaging.app.FaceChoice;
import reaging.faces.EncodedFace;
import reaging.faces.FoundFaces;

/**
 * A photo that the page shows: its file, a preview, and its encoded faces, so that another age costs only what depends on it.
 *
 * @param content of its file
 * @param crop whether all of it is a face
 * @param faces by their places in the list of those that were found, in the photo
 * @param preview the photo, reduced
 * @param previewFaces the same faces in the preview
 */
record HeldPhoto(
        byte[] content,
        boolean crop,
        PhotoAnswer answer,
        FoundFaces found,
        SortedMap<Integer, EncodedFace> faces,
        BufferedImage preview,
        Map<Integer, EncodedFace> previewFaces) {
    /** The longer side of a preview in pixels, at most: what a page has room for. */
    private static final int PREVIEW_SIDE = 960;

    static HeldPhoto of(byte[] content, boolean crop, Engine.Looked looked, SortedMap<Integer, EncodedFace> faces) {
        var picture = looked.file().picture();
        double scale = Math.min(1, (double) PREVIEW_SIDE / Math.max(picture.getWidth(), picture.getHeight()));
        Map<Integer, EncodedFace> small = new java.util.TreeMap<>();
        faces.forEach((place, face) -> small.put(place, face.scaled(scale)));
        return new HeldPhoto(content, crop, looked.answer(), looked.found(), faces, reduced(picture, scale), small);
    }

    private static BufferedImage reduced(BufferedImage picture, double scale) {
        int width = (int) Math.max(1, Math.round(picture.getWidth() * scale));
        int height = (int) Math.max(1, Math.round(picture.getHeight() * scale));
        var current = picture;
        // In halves first: a bilinear resize looks at 2 x 2 pixels only and would skip the others.
        while (current.getWidth() >= 2 * width && current.getHeight() >= 2 * height) {
            current = resized(current, current.getWidth() / 2, current.getHeight() / 2);
        }
        return resized(current, width, height);
    }

    private static BufferedImage resized(BufferedImage picture, int width, int height) {
        var result = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var graphics = result.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(picture, 0, 0, width, height, null);
        graphics.dispose();
        return result;
    }

    /** Chosen faces of the preview, at least one. */
    List<EncodedFace> inPreview(Engine engine, FaceChoice choice) {
        return chosen(engine, choice).stream().map(previewFaces::get).toList();
    }

    /** The places of chosen faces, at least one. */
    List<Integer> chosen(Engine engine, FaceChoice choice) {
        return engine.chosen(found, choice).stream().filter(faces::containsKey).toList();
    }

    /** The part of the preview that faces may change. */
    Rectangle bounds(List<EncodedFace> chosen) {
        return chosen.stream()
                .map(face -> face.region().bounds(preview.getWidth(), preview.getHeight()))
                .reduce(Rectangle::union)
                .orElseThrow();
    }

    /** Bytes of Java's heap that it takes, roughly. */
    long bytes() {
        // The faces of the preview share their numbers with those of the photo.
        return content.length
                + 4L * preview.getWidth() * preview.getHeight()
                + faces.values().stream().mapToLong(EncodedFace::bytes).sum();
    }
}
