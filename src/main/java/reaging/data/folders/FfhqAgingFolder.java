package reaging.data.folders;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import reaging.data.Masks;

/**
 * FFHQ-Aging (Or-El et al. 2020) as its scripts write it: {@code ffhq_aging_labels.csv} and beside it {@code ffhq_aging256x256/}
 * or another resolution with images {@code NN000/NNNNN.png} and class-id masks {@code NN000/parsings/NNNNN.png}. The folder is
 * either that of the labels or that of the images. A face's age is the centre of its group. Images from number 69000 on are held
 * out, as in LATS.
 */
final class FfhqAgingFolder {
    static final String LABELS = "ffhq_aging_labels.csv";

    private static final String NUMBER = "image_number";
    private static final int FIRST_HELD_OUT = 69_000;
    private static final String IMAGES = "ffhq_aging\\d+x\\d+";
    private static final String THOUSAND = "\\d\\d000";

    private final Pruning pruning;
    private final Map<String, Path> images; // by five-digit number
    private final Map<String, Path> masks;
    private final ListingBuilder found;
    private final Set<String> heldOut = new HashSet<>();

    private FfhqAgingFolder(Path root, Pruning pruning, MaskOrigin origin) {
        this.pruning = pruning;
        images = files(root, Path.of(""));
        masks = files(root, Path.of("parsings"));
        found = new ListingBuilder(masks.isEmpty() ? Masks.NONE : Masks.CLASSES, origin);
    }

    /** Whether a folder or, for a folder of images, its parent contains the labels. */
    static boolean fits(Path folder) {
        return Files.isRegularFile(labels(folder));
    }

    private static Path labels(Path folder) {
        var own = folder.toAbsolutePath().normalize();
        boolean resolution =
                own.getFileName() != null && own.getFileName().toString().matches(IMAGES);
        return resolution && !Files.exists(own.resolve(LABELS)) ? own.resolveSibling(LABELS) : own.resolve(LABELS);
    }

    static Listing list(Path folder, Pruning pruning, MaskOrigin masks) {
        Set<String> columns = new TreeSet<>(List.of(NUMBER, "age_group"));
        columns.addAll(pruning.columns());
        var reader = new FfhqAgingFolder(root(folder), pruning, masks);
        reader.found.rows(LabelTable.read(labels(folder), columns), reader::add);
        reader.found.skipWithoutRow(reader.images.keySet(), NUMBER);
        return Listing.of(folder, DataFormat.FFHQ_AGING, reader.found, reader.heldOut);
    }

    /** Returns the folder that holds the folders of a thousand images each. */
    private static Path root(Path folder) {
        var inside = ImageFolder.folders(folder);
        if (inside.stream().anyMatch(name -> name.matches(THOUSAND))) {
            return folder;
        }
        var resolutions = inside.stream().filter(name -> name.matches(IMAGES)).toList();
        if (resolutions.size() != 1) {
            throw new IllegalArgumentException(
                    "FFHQ-Aging must have one folder of images, such as ffhq_aging256x256, but "
                            + folder + " has " + (resolutions.isEmpty() ? "none" : String.join(" and ", resolutions))
                            + "; name one of several as the folder, or download the images");
        }
        return folder.resolve(resolutions.get(0));
    }

    /** Returns the files by their names without extension: images may have been converted to JPEG. */
    private static Map<String, Path> files(Path root, Path below) {
        Map<String, Path> files = new TreeMap<>();
        for (String thousand : ImageFolder.folders(root)) {
            var folder = root.resolve(thousand).resolve(below);
            if (thousand.matches(THOUSAND) && Files.isDirectory(folder)) {
                ImageFolder.names(folder).forEach(name -> files.put(stem(name), folder.resolve(name)));
            }
        }
        return files;
    }

    private static String stem(String name) {
        return name.substring(0, name.lastIndexOf('.'));
    }

    private void add(LabelRow row) {
        var name = found.once(row, NUMBER, name(row));
        var age = row.group("age_group").centre();
        var image = images.get(name);
        if (image == null) {
            found.skip(Skipped.Reason.NO_IMAGE, name);
        } else {
            found.add(new FaceFile(name, age, image, masks.get(name), row.cells()), pruning.leavesOut(row));
        }
        if (row.number(NUMBER) >= FIRST_HELD_OUT) {
            heldOut.add(name);
        }
    }

    private static String name(LabelRow row) {
        double number = row.number(NUMBER);
        if (!(number >= 0 && number <= 99_999 && number == Math.rint(number))) {
            throw row.wrong(NUMBER + " must be a whole number from 0 to 99999 but is " + row.text(NUMBER));
        }
        return String.format(Locale.ROOT, "%05d", (int) number);
    }
}
