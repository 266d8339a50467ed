package reaging.data.folders;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import reaging.data.FaceSet;
import reaging.data.Masks;
import reaging.data.Split;

/**
 * A data set on disk as its folder lists it; no image has been read.
 *
 * @param name of the folder, one word
 * @param format how the folder is laid out
 * @param masks what the mask files hold
 * @param faces sorted by label, so that nothing depends on the order in which a file system lists files
 * @param heldOut labels of the faces that training never sees
 * @param skipped what is in the folder but not among the faces
 */
public record Listing(
        String name, DataFormat format, Masks masks, List<FaceFile> faces, Set<String> heldOut, List<Skipped> skipped) {

    /**
     * Sorts the faces and holds some out.
     *
     * @param heldOut labels that the data set itself holds out; where these are none or all, the hash of the labels decides
     * @throws IllegalStateException if there are not enough faces
     */
    static Listing of(Path folder, DataFormat format, Found found, Set<String> heldOut) {
        var faces = found.faces().stream()
                .sorted(Comparator.comparing(FaceFile::label))
                .toList();
        if (faces.size() < 2) {
            throw new IllegalStateException("a data set must have at least 2 faces but " + folder + ", read as "
                    + format + ", has " + faces.size() + "; " + cure(found.skipped()));
        }
        var labels = faces.stream().map(FaceFile::label).toList();
        Set<String> own = new HashSet<>(heldOut);
        own.retainAll(labels);
        boolean decided = !own.isEmpty() && own.size() < faces.size();
        return new Listing(
                name(folder),
                format,
                found.masks(),
                faces,
                decided ? Set.copyOf(own) : Split.heldOut(labels),
                List.copyOf(found.skipped()));
    }

    private static String cure(List<Skipped> skipped) {
        return skipped.isEmpty()
                ? "give a folder with more images"
                : "skipped " + String.join(", skipped ", Skipped.lines(Skipped.byReason(skipped)));
    }

    static String name(Path folder) {
        var last = folder.toAbsolutePath().normalize().getFileName();
        return last == null ? "folder" : last.toString().replaceAll("[^A-Za-z0-9_.]", "_");
    }

    /** Whether training never sees a face. */
    public boolean heldOut(FaceFile face) {
        return heldOut.contains(face.label());
    }

    /** The faces to train on and those to judge by. */
    public Split split() {
        return new Split(part(face -> !heldOut(face)), part(this::heldOut));
    }

    private FaceSet part(Predicate<FaceFile> wanted) {
        return new FaceFolder(name, faces.stream().filter(wanted).toList(), masks);
    }

    /** Says what was skipped, a line for each reason. */
    public void report(Consumer<String> notices) {
        Skipped.lines(Skipped.byReason(skipped)).forEach(line -> notices.accept("skipped " + line));
    }
}
