package reaging.data.prepare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import reaging.data.AgeGroup;
import reaging.data.Masks;
import reaging.data.folders.FaceFile;
import reaging.data.folders.FaceFolder;
import reaging.data.folders.Listing;
import reaging.data.folders.Pruning;
import reaging.data.folders.Skipped;
import reaging.data.prepare.FaceInspector.Inspection;

/** Checks the content of a data set on disk. */
public final class DataCheck {
    private DataCheck() {}

    /** Reads every file of a listing for a training with batches of one face. */
    static DataReport run(Listing listing, IntConsumer progress) {
        return run(listing, 1, progress);
    }

    /**
     * Reads every file of a listing.
     *
     * @param batch faces per step of the planned training
     * @param progress receives the number of faces done so far
     */
    public static DataReport run(Listing listing, int batch, IntConsumer progress) {
        var done = new AtomicInteger();
        var inspector = new FaceInspector(listing.masks());
        var all = listing.faces().parallelStream()
                .map(face -> {
                    var inspection = inspector.inspect(face);
                    progress.accept(done.incrementAndGet());
                    return inspection;
                })
                .toList();
        List<Skipped> skipped = new ArrayList<>(listing.skipped());
        all.stream()
                .filter(inspection -> !inspection.readable())
                .forEach(inspection -> skipped.add(new Skipped(
                        Skipped.Reason.UNREADABLE, inspection.face().label() + " (" + inspection.problem() + ")")));
        return report(listing, batch, all.stream().filter(Inspection::readable).toList(), skipped);
    }

    private static DataReport report(Listing listing, int batch, List<Inspection> readable, List<Skipped> skipped) {
        var faces = readable.stream().map(Inspection::face).toList();
        var duplicates = duplicates(readable);
        return new DataReport(
                listing.format(),
                count(faces, face -> !listing.heldOut(face)),
                count(faces, listing::heldOut),
                groups(listing, faces),
                sizes(readable),
                Skipped.byReason(skipped),
                duplicates.stream()
                        .map(same -> same.stream().map(FaceFile::label).toList())
                        .toList(),
                count(duplicates, same -> differ(same, listing::heldOut)),
                count(duplicates, same -> differ(same, FaceFile::age)),
                masks(listing.masks(), readable),
                confidence(faces),
                concerns(listing, faces, batch));
    }

    private static <T> int count(List<T> all, Predicate<T> wanted) {
        return (int) all.stream().filter(wanted).count();
    }

    private static boolean differ(List<FaceFile> faces, Function<FaceFile, Object> property) {
        return faces.stream().map(property).distinct().count() > 1;
    }

    private static Map<String, DataReport.Parts> groups(Listing listing, List<FaceFile> faces) {
        Map<String, DataReport.Parts> groups = new LinkedHashMap<>();
        for (var group : AgeGroup.values()) {
            var members = faces.stream()
                    .filter(face -> AgeGroup.of(face.age()) == group)
                    .toList();
            int heldOut = count(members, listing::heldOut);
            groups.put(group.label(), new DataReport.Parts(members.size() - heldOut, heldOut));
        }
        return groups;
    }

    private static Map<String, Integer> sizes(List<Inspection> readable) {
        Map<String, Integer> counts = new TreeMap<>();
        readable.forEach(inspection -> counts.merge(inspection.size(), 1, Integer::sum));
        Map<String, Integer> sizes = new LinkedHashMap<>();
        counts.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .forEach(entry -> sizes.put(entry.getKey(), entry.getValue()));
        return sizes;
    }

    private static List<List<FaceFile>> duplicates(List<Inspection> readable) {
        return readable.stream()
                .collect(Collectors.groupingBy(
                        Inspection::hash,
                        LinkedHashMap::new,
                        Collectors.mapping(Inspection::face, Collectors.toList())))
                .values()
                .stream()
                .filter(same -> same.size() > 1)
                .toList();
    }

    private static DataReport.MaskReport masks(Masks kind, List<Inspection> readable) {
        return new DataReport.MaskReport(
                kind,
                readable.stream().mapToDouble(Inspection::faceShare).average().orElse(0),
                labels(readable, inspection -> inspection.faceShare() == 0),
                labels(readable, inspection -> kind != Masks.NONE && inspection.faceShare() == 1),
                labels(
                        readable,
                        inspection -> kind != Masks.NONE && !inspection.size().equals(inspection.maskSize())));
    }

    private static List<String> labels(List<Inspection> readable, Predicate<Inspection> wanted) {
        return readable.stream()
                .filter(wanted)
                .map(inspection -> inspection.face().label())
                .toList();
    }

    private static List<String> concerns(Listing listing, List<FaceFile> readable, int batch) {
        var training = readable.stream().filter(face -> !listing.heldOut(face)).toList();
        List<String> concerns = new ArrayList<>();
        listing.splitPeople().ifPresent(concerns::add);
        if (!training.isEmpty()) {
            concerns.addAll(Concerns.of(new FaceFolder(listing.name(), training, listing.masks()), batch));
        }
        return concerns;
    }

    private static DataReport.@Nullable Confidence confidence(List<FaceFile> faces) {
        var values = faces.stream()
                .filter(face -> face.others().containsKey(Pruning.AGE_CONFIDENCE))
                .mapToDouble(face -> Double.parseDouble(face.others().get(Pruning.AGE_CONFIDENCE)))
                .summaryStatistics();
        return values.getCount() == 0 ? null : new DataReport.Confidence(values.getAverage(), values.getMin());
    }
}
