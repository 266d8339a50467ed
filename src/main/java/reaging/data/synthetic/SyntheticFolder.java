package reaging.data.synthetic;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.IntConsumer;
import reaging.data.AgeGroup;
import reaging.files.EmptyFolder;
import reaging.files.NewFolder;
import reaging.pictures.Pictures;

/**
 * A data set of synthetic faces on disk, with UTKFace's file names.
 *
 * <p>A folder holds {@code images/[age]_[sex]_0_[index].png}, their masks in {@code masks/} under the same names, and
 * {@code labels.csv} with the exact ages and the seeds that reproduce every image. The age in a file name is in whole years,
 * rounded down; the sex is 0 for male and 1 for female; the index has seven digits.
 */
public final class SyntheticFolder {
    private static final String HEADER = "file,age,age_group,identity_seed,scene_seed\n";

    private SyntheticFolder() {}

    /**
     * Writes all images of a data set.
     *
     * @param out a folder that is empty or does not exist yet
     * @param progress receives the number of images written so far, after each
     */
    public static void write(SyntheticFaces faces, Path out, IntConsumer progress) {
        try {
            EmptyFolder.require(out);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the synthetic faces to " + out, e);
        }
        // A partial set would pass for a complete one, since its names contain the ages.
        NewFolder.fill(out, folder -> writeAll(faces, folder, progress));
    }

    private static Path writeAll(SyntheticFaces faces, Path folder, IntConsumer progress) throws IOException {
        var images = Files.createDirectories(folder.resolve("images"));
        var masks = Files.createDirectories(folder.resolve("masks"));
        var labels = new StringBuilder(HEADER);
        for (int i = 0; i < faces.size(); i++) {
            var drawing = faces.draw(i);
            var file = name(faces, i);
            Files.write(images.resolve(file), Pictures.png(drawing.image()));
            Files.write(masks.resolve(file), Pictures.png(drawing.mask()));
            labels.append(label(faces, i, file));
            progress.accept(i + 1);
        }
        return Files.writeString(folder.resolve("labels.csv"), labels);
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
