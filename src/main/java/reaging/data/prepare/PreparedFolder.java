package reaging.data.prepare;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import reaging.data.folders.LabelledFolder;
import reaging.data.folders.Listing;
import reaging.data.folders.Skipped;
import reaging.data.folders.Skipped.Reason;
import reaging.files.WholeFile;
import reaging.pictures.PictureReader;
import reaging.pictures.UnreadablePicture;

/**
 * A data set at the size that training needs, so that large images need not be decoded and reduced repeatedly:
 * {@code images/[age]_[index].png}, {@code masks/} under the same names, and {@code labels.csv}, which keeps the original's
 * labels, names and split. {@link LabelledFolder} reads it.
 *
 * <p>Every file appears complete or not at all, and {@code labels.csv} last. An interrupted run can be repeated: it resumes and
 * ends with the same bytes. {@code prepared.json} records the source and settings, so that nothing gets mixed up.
 */
public final class PreparedFolder {
    private final Listing listing;
    private final PreparedLabels labels;
    private final Path out;
    private final int size;
    private final @Nullable MaskMaker maker; // null: only given masks
    private final FaceEncoder encoder;
    private final @Nullable PersonMasks people; // null: only given masks

    /**
     * The outcome of preparing faces.
     *
     * @param leftOut faces that cannot be read or whose mask is empty
     * @param whole labels of faces for which a mask of the whole image was made, since no person was found
     */
    public record Outcome(List<Skipped> leftOut, List<String> whole) {}

    private PreparedFolder(Listing listing, Path out, int size, @Nullable MaskMaker maker) {
        if (size < 8 || size > 2048) {
            throw new IllegalArgumentException("size must be from 8 to 2048 pixels but is " + size + "; try 64");
        }
        this.listing = listing;
        labels = new PreparedLabels(listing);
        this.out = out;
        this.size = size;
        this.maker = maker;
        encoder = new FaceEncoder(listing.masks(), size);
        people = maker == null ? null : new PersonMasks(maker, size);
    }

    /**
     * Writes a data set, or the rest of it, with its own masks.
     *
     * @param out a folder that is new, empty or was started with the same data and size
     * @param size side of the images in pixels
     * @param progress receives the number of faces done so far
     */
    public static Outcome write(Listing listing, Path out, int size, IntConsumer progress) {
        return new PreparedFolder(listing, out, size, null).write(progress);
    }

    /**
     * Writes a data set, or the rest of it, with a mask for every face.
     *
     * @param out a folder that is new, empty or was started with the same data, size and maker of masks
     * @param size side of the images in pixels
     * @param maker makes masks for faces without one
     * @param progress receives the number of faces done so far
     */
    public static Outcome write(Listing listing, Path out, int size, MaskMaker maker, IntConsumer progress) {
        return new PreparedFolder(listing, out, size, maker).write(progress);
    }

    private Outcome write(IntConsumer progress) {
        PreparedPlan.of(listing, labels, size, maker).begin(out);
        var skipped = writeFaces(progress);
        var kept = IntStream.range(0, skipped.size())
                .filter(i -> skipped.get(i).isEmpty())
                .toArray();
        WholeFile.write(out.resolve(LabelledFolder.LABELS), labels.csv(IntStream.of(kept)));
        return new Outcome(
                skipped.stream().flatMap(Optional::stream).toList(), people == null ? List.of() : whole(kept, people));
    }

    /** Writes faces in parallel; if one cannot be written, all threads stop before the error is thrown. */
    private List<Optional<Skipped>> writeFaces(IntConsumer progress) {
        var done = new AtomicInteger();
        var failure = new AtomicReference<RuntimeException>();
        var skipped = IntStream.range(0, listing.faces().size())
                .parallel()
                .mapToObj(i -> {
                    Optional<Skipped> outcome = Optional.empty();
                    try {
                        if (failure.get() == null) {
                            outcome = write(i);
                            progress.accept(done.incrementAndGet());
                        }
                    } catch (RuntimeException e) {
                        failure.compareAndSet(null, e);
                    }
                    return outcome;
                })
                .toList();
        if (failure.get() != null) {
            throw failure.get();
        }
        return skipped;
    }

    /** Reads the written masks, so that a repeated run reports all of them. */
    private List<String> whole(int[] kept, PersonMasks people) {
        byte[] mask = people.whole();
        return IntStream.of(kept)
                .filter(i -> listing.faces().get(i).mask() == null && Arrays.equals(mask, read(mask(i))))
                .mapToObj(i -> listing.faces().get(i).label())
                .toList();
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    private Path mask(int index) {
        return out.resolve("masks").resolve(labels.file(index));
    }

    private Optional<Skipped> write(int index) {
        var image = out.resolve("images").resolve(labels.file(index));
        if (Files.exists(image)) {
            return Optional.empty();
        }
        var face = listing.faces().get(index);
        try {
            var original = PictureReader.PHOTOS.read(face.image());
            byte[] content = encoder.image(original);
            if (face.mask() != null) {
                var mask = encoder.mask(PictureReader.MASKS.read(face.mask()));
                if (mask.empty()) {
                    return Optional.of(new Skipped(Reason.EMPTY_MASK, face.label()));
                }
                WholeFile.write(mask(index), mask.png());
            } else if (people != null) {
                WholeFile.write(mask(index), people.mask(original));
            }
            // Written after the mask, so that an existing image has its mask.
            WholeFile.write(image, content);
            return Optional.empty();
        } catch (UnreadablePicture e) {
            return Optional.of(new Skipped(Reason.UNREADABLE, face.label() + " (" + e.getMessage() + ")"));
        }
    }
}
