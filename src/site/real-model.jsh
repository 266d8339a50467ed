// Draws src/site/real-model.png: what the model for photos makes of synthetic people, since no photo may be shown here.
// From the folder of the repository: ./ragan shell src/site/real-model.jsh

// Drawn people show hair and shoulders; this model knows faces cropped closely, as UTKFace's are.
Face closely(Face face) {
    return new Face(face.title(), face.image().getSubimage(36, 40, 184, 184), face.mask().getSubimage(36, 40, 184, 184));
}

var people = IntStream.of(1, 6, 11, 13, 16, 18).mapToObj(number -> closely(person(number))).toArray(Face[]::new);
var drawn = grid(open(), people);
javax.imageio.ImageIO.write(drawn.image(), "png", new File("src/site/real-model.png"));
