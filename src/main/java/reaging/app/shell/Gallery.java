package reaging.app.shell;

import java.awt.image.BufferedImage;
import java.util.List;
import reaging.pictures.Pictures;
import reaging.pictures.Square;

/**
 * A grid of pictures, with a title above each column.
 *
 * @param columns titles of the columns
 * @param rows rows of pictures of any size, one for each column
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

    /** Returns as much of a title as fits above a picture. */
    private static String cut(String title) {
        return title.length() <= TITLE ? title : title.substring(0, TITLE - 1) + "…";
    }

    private static List<BufferedImage> tiles(List<BufferedImage> row) {
        return row.stream().map(Gallery::tile).toList();
    }

    /** Fits a picture into its tile; one that fits keeps its pixels. */
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
