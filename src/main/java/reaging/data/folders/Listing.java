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
                + " learn a group that it never saw";
    }

    private static Map<String, String> people(List<FaceFile> faces) {
        return faces.stream()
                .collect(Collectors.toMap(
                        FaceFile::label, face -> face.person().orElse(face.label()), (one, same) -> one));
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

    /** Says what was skipped, a line for each reason, and who is on both sides of the split. */
    public void report(Consumer<String> notices) {
        Skipped.lines(Skipped.byReason(skipped)).forEach(line -> notices.accept("skipped " + line));
        splitPeople().ifPresent(who -> notices.accept("warning: " + who));
    }

    /** How a folder is read, with an example: people see by it whether the ages are right. */
    public String reading() {
        var first = faces.get(0);
        return format + ", as " + first.label() + " at " + AgeGroup.text(Math.rint(10 * first.age()) / 10) + " years";
    }

    /** Who is on both sides of the split and should not be; empty where nobody is, or where nobody is known. */
    public Optional<String> splitPeople() {
        var both = onBothSides();
        return both.isEmpty()
                ? Optional.empty()
                : Optional.of("a person must not be both trained on and held out, or figures are too good, but "
                        + both.size() + (both.size() == 1 ? " is: " : " are: ") + Skipped.few(both));
    }

    /** Who is among the faces to train on and among those held out. */
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
