// Draws src/site/real-model.png: what the model for photos makes of synthetic people, since no photo may be shown here.
// From the folder of the repository: ./ragan shell src/site/real-model.jsh
import java.awt.image.BufferedImage;

// Drawn people show hair and shoulders; this model knows faces cropped closely, as UTKFace's are.
Face closely(Face face) {
    return new Face(face.title(), face.image().getSubimage(36, 40, 184, 184), face.mask().getSubimage(36, 40, 184, 184));
}

var people = IntStream.of(1, 6, 11, 13, 16, 18).mapToObj(number -> closely(person(number))).toArray(Face[]::new);
var drawn = grid(open(), people);
javax.imageio.ImageIO.write(drawn.image(), "png", new File("src/site/real-model.png"));

// The README's picture: three of these people at six of these ages, cut out of the same grid. A cell is 128 pixels below a title of 16.
BufferedImage cut(BufferedImage grid, int[] columns, int firstRow, int rows) {
    var result = new BufferedImage(columns.length * 128, 16 + rows * 128, BufferedImage.TYPE_INT_RGB);
    for (int column = 0; column < columns.length; column++) {
        var strip = grid.getSubimage(columns[column] * 128, 0, 128, grid.getHeight());
        result.getGraphics().drawImage(strip.getSubimage(0, 0, 128, 16), column * 128, 0, null);
        result.getGraphics().drawImage(strip.getSubimage(0, 16 + firstRow * 128, 128, rows * 128), column * 128, 16, null);
    }
    return result;
}
javax.imageio.ImageIO.write(cut(drawn.image(), new int[] {0, 2, 4, 6, 8, 9, 10}, 2, 3), "png", new File("src/site/front.png"));
