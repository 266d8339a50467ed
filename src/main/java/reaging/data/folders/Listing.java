package reaging.data.folders;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import reaging.data.AgeGroup;
import reaging.data.FaceSet;
import reaging.data.Masks;
import reaging.data.Split;

/**
 * The listing of a data set on disk, made without reading any image.
 *
 * @param name name of the folder, one word
 * @param format layout of the folder
 * @param masks content of the mask files
 * @param faces faces sorted by label, so that nothing depends on the file system's order
 * @param heldOut labels of the faces that training never sees
 * @param skipped unused content of the folder
 */
public record Listing(
        String name, DataFormat format, Masks masks, List<FaceFile> faces, Set<String> heldOut, List<Skipped> skipped) {

    /**
     * Sorts the faces and holds some out.
     *
     * @param heldOut labels that the data set itself holds out; if these are none or all, the hash of the labels decides
     * @throws IllegalStateException if there are not enough faces
     */
    static Listing of(Path folder, DataFormat format, ListingBuilder found, Set<String> heldOut) {
        var faces = found.faces().stream()
                .sorted(Comparator.comparing(FaceFile::label))
                .toList();
        if (faces.size() < 2) {
            throw new IllegalStateException("a data set must have at least 2 faces, one to train on and one to hold"
                    + " out, but " + folder + ", read as " + format + ", has "
                    + faces.size() + (faces.isEmpty() ? "" : " (" + alone(faces.get(0)) + ")") + "; "
                    + cure(found.skipped()));
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
                decided ? Set.copyOf(own) : Split.heldOut(people(faces)),
                List.copyOf(found.skipped()));
    }

    private static String alone(FaceFile face) {
        return "of the ages " + AgeGroup.of(face.age()).label() + ": every other age group is empty, and a model cannot"
                + " learn a group without examples";
    }

    private static Map<String, String> people(List<FaceFile> faces) {
        return faces.stream()
                .collect(Collectors.toMap(
                        FaceFile::label, face -> face.person().orElse(face.label()), (one, same) -> one));
    }

    private static String cure(List<Skipped> skipped) {
        return skipped.isEmpty()
                ? "use a folder with more images"
                : "skipped " + String.join(", skipped ", Skipped.lines(Skipped.byReason(skipped)));
    }

    static String name(Path folder) {
        var last = folder.toAbsolutePath().normalize().getFileName();
        return last == null ? "folder" : last.toString().replaceAll("[^A-Za-z0-9_.]", "_");
    }

    /** Whether a face is held out. */
    public boolean heldOut(FaceFile face) {
        return heldOut.contains(face.label());
    }

    /** Returns the split into faces to train on and held-out faces. */
    public Split split() {
        return new Split(part(face -> !heldOut(face)), part(this::heldOut));
    }

    private FaceSet part(Predicate<FaceFile> wanted) {
        return new FaceFolder(name, faces.stream().filter(wanted).toList(), masks);
    }

    /** Reports what was skipped, a line for each reason, and people on both sides of the split. */
    public void report(Consumer<String> notices) {
        Skipped.lines(Skipped.byReason(skipped)).forEach(line -> notices.accept("skipped " + line));
        splitPeople().ifPresent(who -> notices.accept("warning: " + who));
    }

    /** Describes how the folder is read, with an example by which users see whether the ages are right. */
    public String reading() {
        var first = faces.get(0);
        return format + ", such as " + first.label() + " at " + AgeGroup.text(Math.rint(10 * first.age()) / 10)
                + " years";
    }

    /** Describes who is wrongly on both sides of the split; empty if nobody is, or if people are unknown. */
    public Optional<String> splitPeople() {
        var both = onBothSides();
        return both.isEmpty()
                ? Optional.empty()
                : Optional.of("a person must not be both trained on and held out, which inflates figures, but "
                        + both.size() + (both.size() == 1 ? " is: " : " are: ") + Skipped.few(both));
    }

    /** Returns the people among both the faces to train on and the held-out ones. */
    private List<String> onBothSides() {
        var heldOutPeople = peopleOf(this::heldOut);
        return peopleOf(face -> !heldOut(face)).stream()
                .filter(heldOutPeople::contains)
                .toList();
    }

    private NavigableSet<String> peopleOf(Predicate<FaceFile> wanted) {
        return faces.stream()
                .filter(wanted)
                .flatMap(face -> face.person().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
