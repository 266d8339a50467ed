package reaging.evaluation.scenes;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import reaging.data.FivePoints;
import reaging.faces.Region;

/**
 * A portrait in a scene.
 *
 * @param share width of the face as a fraction of the scene's longer side
 * @param place square that the portrait fills, in pixels
 */
record Placed(Portrait portrait, double share, Region place) {
    /** Returns the side of the portrait's picture in pixels. */
    int side() {
        return (int) Math.max(8, Math.round(place.side()));
    }

    /** Returns the points of the face in pixels of the scene. */
    FivePoints points() {
        return place.toPhoto(portrait.points());
    }

    /** Draws a picture of the portrait in its place. */
    void draw(Graphics2D graphics, BufferedImage picture) {
        var transform = new AffineTransform();
        transform.translate(place.middle().x(), place.middle().y());
        transform.rotate(place.angle());
        transform.scale(place.side() / picture.getWidth(), place.side() / picture.getHeight());
        transform.translate(-picture.getWidth() / 2.0, -picture.getHeight() / 2.0);
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(picture, transform, null);
    }
}
