package reaging.data.synthetic;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.IntConsumer;
import javax.imageio.ImageIO;
import reaging.data.AgeGroup;
import reaging.files.EmptyFolder;

/**
 * Synthetic faces as a data set on disk, with UTKFace's file names.
 *
 * <p>A folder holds {@code images/[age]_[sex]_0_[index].png}, their masks in {@code masks/} under the same names, and
 * {@code labels.csv} with the exact ages and the seeds that give every image again. The age in a file name is in whole
 * years, rounded down; the sex is 0 for male and 1 for female; the index has seven digits.
 */
public final class SyntheticFolder {
    private static final String HEADER = "file,age,age_group,identity_seed,scene_seed\n";

    private SyntheticFolder() {}

    /**
     * Writes all images of a data set.
     *
     * @param out a folder that is empty or does not exist yet
     * @param progress is told the number of images written so far, after each
     */
    public static void write(SyntheticFaces faces, Path out, IntConsumer progress) {
        try {
            EmptyFolder.require(out);
            var images = Files.createDirectories(out.resolve("images"));
            var masks = Files.createDirectories(out.resolve("masks"));
            var labels = new StringBuilder(HEADER);
            for (int i = 0; i < faces.size(); i++) {
                var drawing = faces.draw(i);
                var file = name(faces, i);
                ImageIO.write(drawing.image(), "png", images.resolve(file).toFile());
                ImageIO.write(drawing.mask(), "png", masks.resolve(file).toFile());
                labels.append(label(faces, i, file));
                progress.accept(i + 1);
            }
            // Last: a folder that was cut short has no labels and is not taken for a whole one.
            Files.writeString(out.resolve("labels.csv"), labels);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the synthetic faces to " + out, e);
        }
    }

    private static String name(SyntheticFaces faces, int i) {
        return String.format(
                Locale.ROOT,
                "%d_%d_0_%07d.png",
                (int) faces.age(i),
                faces.identity(i).sex().digit(),
                i);
    }

    private static String label(SyntheticFaces faces, int i, String file) {
        double age = faces.age(i);
        return String.format(
                Locale.ROOT,
                "%s,%s,%s,%d,%d\n",
                file,
                age,
                AgeGroup.of(age).label(),
                faces.identity(i).seed(),
                faces.scene(i).seed());
    }
}
