package reaging.app.measurement;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import reaging.app.options.FormatOptions;
import reaging.data.HeldOut;
import reaging.data.Split;
import reaging.data.folders.DataFormat;
import reaging.data.folders.PersonPhotos;
import reaging.data.folders.PhotoFolder;
import reaging.data.synthetic.SyntheticFaceSet;
import reaging.run.FaceData;

/** Selects what a model is measured on: people in the held-out part, real images to compare with in the other. */
final class EvaluationData {
    private EvaluationData() {}

    static Split synthetic(int people, int imageSize, long seed) {
        var heldOut = new SyntheticFaceSet(FaceData.heldOut(people, imageSize, seed));
        return new Split(heldOut, heldOut);
    }

    /**
     * Reads photos with ages.
     *
     * @param part part of the held-out people
     * @param notes receives notes about them for a report
     */
    static Split photos(Path folder, FormatOptions format, HeldOut part, List<String> notes, Consumer<String> notices) {
        if (format.formatGiven() != null || !PersonPhotos.isIn(folder)) {
            return listed(folder, format, part, notes, notices);
        }
        notes.add(
                "photos of people at several ages: all of them are judged, and the real images to compare with are among"
                        + " them; if the model was trained on these photos, --format fg-net judges only those that it never"
                        + " saw");
        var photos = PersonPhotos.open(folder, notices);
        return new Split(photos, photos);
    }

    private static Split listed(
            Path folder, FormatOptions format, HeldOut part, List<String> notes, Consumer<String> notices) {
        var listing = format.list(folder);
        notices.accept(folder + " is read as " + listing.reading());
        listing.report(notices);
        var split = listing.split();
        var people = split.with(part);
        notes.add(String.format(
                Locale.ROOT,
                switch (part) {
                    case CHOOSING ->
                        "of %2$d held-out people these are the %1$d by whom checkpoints are chosen: not figures to"
                                + " report";
                    case REPORTING -> "of %2$d held-out people these are the %1$d by whom no checkpoint is chosen";
                    case ALL ->
                        "all %2$d held-out people, among them those by whom checkpoints are chosen: not figures to"
                                + " report";
                },
                people.heldOut().size(),
                split.heldOut().size()));
        return people;
    }

    /** Reads photos with or without ages. */
    static Split withOrWithoutAges(
            Path folder, FormatOptions format, HeldOut part, List<String> notes, Consumer<String> notices) {
        if (format.format() != DataFormat.PHOTOS) {
            return listed(folder, format, part, notes, notices);
        }
        notes.add("photos without age labels: no real images of a target age to compare with");
        return new Split(PhotoFolder.none(), PhotoFolder.open(folder));
    }
}
