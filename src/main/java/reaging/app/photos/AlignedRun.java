package reaging.app.photos;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;
import reaging.data.AgeGroup;
import reaging.files.WholeFile;
import reaging.pictures.PictureReader;
import reaging.pictures.Pictures;
import reaging.pictures.Square;
import reaging.pictures.writing.SyntheticMark;
import reaging.savedmodel.ReAger;

/**
 * Re-ages photos that are already face crops.
 *
 * @param mask the mask of a single photo; without it, each photo has the mask beside it in our own layout, if any
 * @param out folder of the results
 */
record AlignedRun(
        ReAger reAger, TargetAges target, @Nullable Path mask, Path out) {
    void of(List<Path> photos) {
        if (mask != null && photos.size() > 1) {
            throw new IllegalArgumentException(
                    "--mask takes one photo but there are " + photos.size() + "; re-age them one by one");
        }
        var results = ResultNames.of(photos).stream().map(this::file).toList();
        ResultNames.requireOthers(results, photos);
        for (int i = 0; i < results.size(); i++) {
            reAge(photos.get(i), results.get(i));
        }
    }

    private Path file(String name) {
        return out.resolve(name + "_" + (target.several() ? "ages" : AgeGroup.text(target.years()[0])) + ".png");
    }

    private void reAge(Path photo, Path result) {
        var face = PictureReader.PHOTOS.read(photo);
        var maskFile = mask == null && reAger.takesMasks() ? maskBeside(photo) : mask;
        double[] years = target.years();
        var results = maskFile == null
                ? reAger.reAge(face, years)
                : reAger.reAge(face, PictureReader.MASKS.read(maskFile), years);
        if (!target.several()) {
            write(results.get(0), result);
            return;
        }
        List<BufferedImage> row = new ArrayList<>(List.of(Square.picture(face, reAger.imageSize())));
        row.addAll(results);
        List<String> titles = new ArrayList<>(List.of("input"));
        DoubleStream.of(years).forEach(year -> titles.add(AgeGroup.text(year)));
        write(Pictures.grid(titles, List.of(row)), result);
    }

    private void write(BufferedImage picture, Path file) {
        WholeFile.write(
                file,
                SyntheticMark.ofFaces("at the ages that the file's name gives", reAger.name())
                        .png(picture));
        System.out.println(file);
    }

    /** Returns the mask that belongs to a photo in our own layout, if it has one. */
    private static @Nullable Path maskBeside(Path photo) {
        var folder = photo.toAbsolutePath().normalize().getParent();
        if (folder == null || !folder.endsWith("images")) {
            return null;
        }
        var beside = folder.resolveSibling("masks").resolve(photo.getFileName());
        return Files.isRegularFile(beside) ? beside : null;
    }
}
