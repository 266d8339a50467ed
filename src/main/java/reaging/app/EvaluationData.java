package reaging.app;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import reaging.data.Split;
import reaging.data.folders.DataFormat;
import reaging.data.folders.PersonPhotos;
import reaging.data.folders.PhotoFolder;
import reaging.data.synthetic.SyntheticFaceSet;
import reaging.run.FaceData;

/** What a model is measured on: people in the held-out part, real images to compare with in the other. */
final class EvaluationData {
    private EvaluationData() {}

    static Split synthetic(int people, int imageSize, long seed) {
        var heldOut = new SyntheticFaceSet(FaceData.heldOut(people, imageSize, seed));
        return new Split(heldOut, heldOut);
    }

    /**
     * Photos with ages.
     *
     * @param notes is told what there is to say of them in a report
     */
    static Split photos(Path folder, FormatOptions format, List<String> notes, Consumer<String> notices) {
        if (!PersonPhotos.isIn(folder)) {
            return listed(folder, format, notices);
        }
        notes.add(
                "photos of people at several ages: all of them are judged, and the real images to compare with are among"
                        + " them");
        var photos = PersonPhotos.open(folder, notices);
        return new Split(photos, photos);
    }

    private static Split listed(Path folder, FormatOptions format, Consumer<String> notices) {
        var listing = format.list(folder);
        notices.accept(folder + " is read as " + listing.format());
        listing.report(notices);
        return listing.split();
    }

    /** Photos with or without ages. */
    static Split withOrWithoutAges(Path folder, FormatOptions format, List<String> notes, Consumer<String> notices) {
        if (format.format() != DataFormat.PHOTOS) {
            return listed(folder, format, notices);
        }
        notes.add("photos without ages: there are no real images of a target age to compare with");
        return new Split(PhotoFolder.none(), PhotoFolder.open(folder));
    }
}
