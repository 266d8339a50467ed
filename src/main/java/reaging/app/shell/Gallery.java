package reaging.app.shell;

import java.awt.image.BufferedImage;
import java.util.List;
import reaging.pictures.Pictures;
import reaging.pictures.Square;

/**
 * Pictures in rows, with a title above each column.
 *
 * @param columns what is in each column
 * @param rows pictures of any size, as many as there are columns
 */
public record Gallery(String title, List<String> columns, List<List<BufferedImage>> rows) implements Picture {
    private static final int SIDE = 128;
    private static final int TITLE = 19;

    public Gallery {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    @Override
    public BufferedImage image() {
        return Pictures.grid(
                columns.stream().map(Gallery::cut).toList(),
                rows.stream().map(Gallery::tiles).toList());
    }

    /** As much of a title as fits above a picture. */
    private static String cut(String title) {
        return title.length() <= TITLE ? title : title.substring(0, TITLE - 1) + "…";
    }

    private static List<BufferedImage> tiles(List<BufferedImage> row) {
        return row.stream().map(Gallery::tile).toList();
    }

    /** Pixels stay what they are where they fit. */
    private static BufferedImage tile(BufferedImage picture) {
        boolean fits = picture.getWidth() == picture.getHeight() && SIDE % picture.getWidth() == 0;
        return fits ? Pictures.magnified(picture, SIDE / picture.getWidth()) : Square.picture(picture, SIDE);
    }

    @Override
    public String toString() {
        return title + ", " + rows.size() + (rows.size() == 1 ? " row" : " rows") + " of " + columns.size()
                + " pictures; show(it) shows it";
    }
}
