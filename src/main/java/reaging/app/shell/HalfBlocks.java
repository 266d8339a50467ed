package reaging.app.shell;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import reaging.pictures.Square;

/**
 * Renders pictures as text in 24-bit colour: a character shows two pixels, one above the other, the upper one as the colour of
 * a half block and the lower one as its background.
 */
final class HalfBlocks {
    /** Columns that a face needs to be recognizable. */
    private static final int FACE_COLUMNS = 20;

    private static final int MOST_FACE_COLUMNS = 48;
    private static final String RESET = "\u001b[0m";

    private HalfBlocks() {}

    /** Renders a picture for a terminal of the given width in columns. */
    static String text(Picture picture, int columns) {
        if (picture instanceof Gallery gallery) {
            return gallery.rows().stream()
                    .map(row -> row(gallery.columns(), row, columns))
                    .collect(Collectors.joining());
        }
        var image = picture.image();
        boolean square = image.getWidth() == image.getHeight();
        int width = square ? Math.min(MOST_FACE_COLUMNS, columns) : columns;
        return text(scaled(image, width));
    }

    /** Renders a gallery's row: as many faces side by side as fit, each under its title. */
    private static String row(List<String> titles, List<BufferedImage> row, int columns) {
        int fit = Math.max(1, Math.min(row.size(), columns / FACE_COLUMNS));
        int lines = (row.size() + fit - 1) / fit;
        int perLine = (row.size() + lines - 1) / lines;
        int width = Math.min(MOST_FACE_COLUMNS, columns / perLine);
        var text = new StringBuilder();
        for (int from = 0; from < row.size(); from += perLine) {
            int to = Math.min(row.size(), from + perLine);
            titles.subList(from, to).forEach(title -> text.append(padded(title, width)));
            text.append('\n').append(text(beside(row.subList(from, to), width)));
        }
        return text.toString();
    }

    private static String padded(String title, int width) {
        var cut = title.substring(0, Math.min(title.length(), width - 1));
        return " " + cut + " ".repeat(width - 1 - cut.length());
    }

    private static BufferedImage beside(List<BufferedImage> faces, int width) {
        List<BufferedImage> small = new ArrayList<>();
        faces.forEach(face -> small.add(Square.picture(face, width)));
        var line = new BufferedImage(faces.size() * width, width, BufferedImage.TYPE_INT_RGB);
        var graphics = line.createGraphics();
        for (int i = 0; i < small.size(); i++) {
            graphics.drawImage(small.get(i), i * width, 0, null);
        }
        graphics.dispose();
        return line;
    }

    private static BufferedImage scaled(BufferedImage image, int width) {
        return Scaled.to(image, width, Math.max(1, Math.round((float) width * image.getHeight() / image.getWidth())));
    }

    private static String text(BufferedImage image) {
        var text = new StringBuilder();
        for (int y = 0; y < image.getHeight(); y += 2) {
            for (int x = 0; x < image.getWidth(); x++) {
                text.append(colour(38, image.getRGB(x, y)));
                if (y + 1 < image.getHeight()) {
                    text.append(colour(48, image.getRGB(x, y + 1)));
                }
                text.append('▀');
            }
            text.append(RESET).append('\n');
        }
        return text.toString();
    }

    /** Returns the escape that sets the colour of the character (38) or of its background (48). */
    private static String colour(int place, int rgb) {
        return "\u001b[" + place + ";2;" + (rgb >> 16 & 255) + ";" + (rgb >> 8 & 255) + ";" + (rgb & 255) + "m";
    }
}
