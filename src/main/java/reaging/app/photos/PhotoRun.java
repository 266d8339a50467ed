package reaging.app.photos;

import com.google.gson.GsonBuilder;
import java.awt.image.BufferedImage;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reaging.app.faults.Message;
import reaging.app.photos.PhotoOutcome.Aged;
import reaging.data.AgeGroup;
import reaging.faces.EncodedFace;
import reaging.faces.Paste;
import reaging.faces.Photo;
import reaging.faces.PhotoReAger;
import reaging.files.WholeFile;
import reaging.pictures.PictureFormat;
import reaging.pictures.Strip;
import reaging.pictures.writing.PhotoFile;
import reaging.pictures.writing.SyntheticMark;

/** Re-ages the faces of any photos, one photo after the other, and reports the outcome of each. */
final class PhotoRun {
    private static final String STRIP = "ages";

    private final PhotoReAger reAger;
    private final Settings settings;
    private final List<PhotoOutcome> outcomes = new ArrayList<>();
    private final Map<Path, String> names = new HashMap<>(); // of the results, by photo

    /**
     * What to do with the photos.
     *
     * @param years the target ages
     * @param strip whether all ages go into one picture
     * @param out folder of the results
     * @param json whether to print a JSON object instead of the files' names
     */
    record Settings(
            double[] years, boolean strip, FaceChoice faces, Paste paste, long mostPixels, Path out, boolean json) {}

    PhotoRun(PhotoReAger reAger, Settings settings) {
        this.reAger = reAger;
        this.settings = settings;
    }

    /** Re-ages all photos and returns the exit code. */
    int of(List<Path> photos) {
        nameResults(photos);
        if (photos.size() == 1 && !settings.json()) {
            done(reAged(photos.get(0)));
            PhotoOptions.notice(reAger);
            return 0;
        }
        for (var photo : photos) {
            done(outcome(photo));
        }
        if (settings.json()) {
            System.out.println(new GsonBuilder()
                    .setPrettyPrinting()
                    .disableHtmlEscaping()
                    .create()
                    .toJson(new PhotoOutcome.Report(reAger.model().name(), outcomes)));
        }
        PhotoOptions.notice(reAger);
        return failures();
    }

    /** Names the results. Whether one will be a JPEG or a PNG is not known yet, so neither may replace a photo. */
    private void nameResults(List<Path> photos) {
        var distinct = ResultNames.of(photos);
        List<Path> results = new ArrayList<>();
        for (int i = 0; i < distinct.size(); i++) {
            names.put(photos.get(i), distinct.get(i));
            for (var what : whats()) {
                results.add(result(photos.get(i), what, PictureFormat.JPEG));
                results.add(result(photos.get(i), what, PictureFormat.PNG));
            }
        }
        ResultNames.requireOthers(results, photos);
    }

    private List<String> whats() {
        return settings.strip()
                ? List.of(STRIP)
                : Arrays.stream(settings.years()).mapToObj(AgeGroup::text).toList();
    }

    private Path result(Path photo, String what, PictureFormat format) {
        return settings.out().resolve(names.get(photo) + "_" + what + "." + format.suffix());
    }

    private PhotoOutcome outcome(Path photo) {
        try {
            return reAged(photo);
        } catch (IllegalArgumentException | UncheckedIOException e) {
            return PhotoOutcome.failed(photo.toString(), Message.of(e));
        }
    }

    private void done(PhotoOutcome outcome) {
        outcomes.add(outcome);
        if (!settings.json()) {
            outcome.files().forEach(file -> System.out.println(file.file()));
        }
    }

    private int failures() {
        var failed =
                outcomes.stream().filter(outcome -> outcome.failure() != null).toList();
        failed.forEach(outcome -> System.err.println("ragan: " + outcome.failure()));
        if (!failed.isEmpty() && outcomes.size() > 1) {
            System.err.printf("ragan: %d of %d photos were not re-aged%n", failed.size(), outcomes.size());
        }
        return failed.isEmpty() ? 0 : 1;
    }

    private PhotoOutcome reAged(Path path) {
        var file = PhotoOptions.read(path, settings.mostPixels());
        var photo = Photo.of(file.picture());
        var chosen = ChosenFaces.of(path, photo, reAger, settings.faces());
        return new PhotoOutcome(
                path.toString(),
                photo.width(),
                photo.height(),
                chosen.found().finder(),
                PhotoOutcome.faces(chosen.found(), chosen.numbers()),
                write(path, file, chosen.faces()),
                null);
    }

    private List<Aged> write(Path path, PhotoFile file, List<EncodedFace> faces) {
        List<Aged> written = new ArrayList<>();
        List<BufferedImage> pictures = new ArrayList<>(List.of(file.picture()));
        for (double age : settings.years()) {
            var picture = at(age, file, faces);
            if (settings.strip()) {
                pictures.add(picture);
            } else {
                var mark = mark("at " + AgeGroup.text(age) + " years");
                written.add(
                        write(path, AgeGroup.text(age), age, file.format(), file.with(picture, file.format(), mark)));
            }
        }
        if (settings.strip()) {
            var mark = mark("at several ages");
            written.add(write(path, STRIP, null, file.format(), file.like(strip(pictures), file.format(), mark)));
        }
        return written;
    }

    private BufferedImage at(double age, PhotoFile file, List<EncodedFace> faces) {
        var picture = Photo.of(file.picture()).picture();
        faces.forEach(face -> face.at(age).pasteInto(picture, settings.paste()));
        return picture;
    }

    private SyntheticMark mark(String what) {
        return SyntheticMark.ofFaces(what, reAger.model().name());
    }

    private Aged write(Path photo, String what, @Nullable Double age, PictureFormat format, byte[] content) {
        var file = result(photo, what, format);
        WholeFile.write(file, content);
        return new Aged(age, file.toString());
    }

    private BufferedImage strip(List<BufferedImage> pictures) {
        List<String> titles = new ArrayList<>(List.of("input"));
        Arrays.stream(settings.years()).mapToObj(AgeGroup::text).forEach(titles::add);
        return Strip.of(titles, pictures);
    }
}
