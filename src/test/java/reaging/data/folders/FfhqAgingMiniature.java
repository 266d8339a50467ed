package reaging.data.folders;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import reaging.data.synthetic.SyntheticFace;
import reaging.data.synthetic.person.SyntheticIdentity;
import reaging.data.synthetic.person.SyntheticScene;

/** A few drawn faces in exactly the layout of FFHQ-Aging's download, with what else its scripts leave there. */
public final class FfhqAgingMiniature {
    static final String HEADER = "image_number,age_group,age_group_confidence,gender,gender_confidence,"
            + "head_pitch,head_roll,head_yaw,left_eye_occluded,right_eye_occluded,glasses";

    /** What follows group and confidence in the row of a face that no rule leaves out. */
    static final String CLEAR = "female,0.99,-3.1,1.2,10.4,4.5,3.2,None";

    static final int SIZE = 64;

    private final Path folder;
    private final Path images;
    private final List<String> rows = new ArrayList<>(List.of(HEADER));

    public FfhqAgingMiniature(Path folder) throws IOException {
        this.folder = folder;
        images = Files.createDirectories(folder.resolve("ffhq_aging256x256"));
        Files.writeString(images.resolve("LICENSE.txt"), "licence");
        Files.writeString(folder.resolve("ffhq-dataset-v2.json"), "{}");
        Files.createDirectories(folder.resolve("images"));
        write(new BufferedImage(8, 4, BufferedImage.TYPE_INT_RGB), folder.resolve("images/age_distribution.png"));
    }

    public Path image(int number) {
        return thousand(number).resolve(name(number));
    }

    public Path parsing(int number) {
        return thousand(number).resolve("parsings").resolve(name(number));
    }

    private Path thousand(int number) {
        return images.resolve(String.format(Locale.ROOT, "%05d", number - number % 1000));
    }

    private static String name(int number) {
        return String.format(Locale.ROOT, "%05d.png", number);
    }

    /** An image with its parsing and its row. */
    public FfhqAgingMiniature face(int number, String group, double confidence) throws IOException {
        return draw(number).row(number + "," + group + "," + confidence + "," + CLEAR);
    }

    /** A row of labels, whatever it says. */
    public FfhqAgingMiniature row(String row) {
        rows.add(row);
        return this;
    }

    /** An image with its parsing, without a row. */
    FfhqAgingMiniature draw(int number) throws IOException {
        var drawing = SyntheticFace.draw(SyntheticIdentity.of(number), 25, SyntheticScene.of(number), SIZE);
        write(drawing.image(), image(number));
        write(parsing(drawing.mask()), parsing(number));
        return this;
    }

    /** Class ids: hair 13, skin 1, nose 2, neck 17; around them background 0, hat 14 and cloth 18. */
    private static BufferedImage parsing(BufferedImage mask) {
        var parsing = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_BYTE_GRAY);
        for (int y = 0; y < SIZE; y++) {
            for (int x = 0; x < SIZE; x++) {
                boolean face = mask.getRaster().getSample(x, y, 0) >= 128;
                int id = face ? faceClass(x, y) : otherClass(y);
                parsing.getRaster().setSample(x, y, 0, id);
            }
        }
        return parsing;
    }

    private static int faceClass(int x, int y) {
        if (y < SIZE / 4) {
            return 13;
        }
        if (y > 7 * SIZE / 8) {
            return 17;
        }
        return Math.abs(x - SIZE / 2) < 3 && Math.abs(y - SIZE / 2) < 6 ? 2 : 1;
    }

    private static int otherClass(int y) {
        if (y > 3 * SIZE / 4) {
            return 18;
        }
        return y < 4 ? 14 : 0;
    }

    public static void write(BufferedImage picture, Path file) throws IOException {
        Files.createDirectories(file.getParent());
        ImageIO.write(picture, "png", file.toFile());
    }

    /** Writes the labels; returns the folder that holds them. */
    public Path write() throws IOException {
        Files.write(folder.resolve(FfhqAgingFolder.LABELS), rows);
        return folder;
    }
}
