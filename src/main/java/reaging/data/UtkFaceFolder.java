package reaging.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A folder whose file names begin with the age, as UTKFace's do: {@code [age]_[gender]_[race]_[date].jpg.chip.jpg}.
 *
 * <p>Where the folder has a folder {@code images}, the images lie in that, and their masks under the same names in
 * {@code masks} beside it, if there is one: the form that {@link SyntheticFolder} writes.
 */
public final class UtkFaceFolder implements FaceSet {
    private static final Pattern NAME = Pattern.compile("(\\d{1,3})_.*");
    private static final Pattern IMAGE = Pattern.compile(".*\\.(jpg|jpeg|png)");

    private final String name;
    private final List<Path> images;
    private final List<Double> ages;
    private final Path masks; // null: there are none

    private UtkFaceFolder(String name, List<Path> images, List<Double> ages, Path masks) {
        this.name = name;
        this.images = List.copyOf(images);
        this.ages = List.copyOf(ages);
        this.masks = masks;
    }

    /**
     * Lists a folder, sorted by name; no image is read.
     *
     * @param notices is told each file that is skipped, and why
     * @throws IllegalArgumentException if no image with an age is in it
     */
    public static UtkFaceFolder open(Path folder, Consumer<String> notices) {
        if (!Files.isDirectory(folder)) {
            throw new IllegalArgumentException(
                    "--data must be a folder of images or \"synthetic\" but is " + folder + "; check the path");
        }
        var inner = folder.resolve("images");
        var images = Files.isDirectory(inner) ? inner : folder;
        var masks = images.equals(inner) && Files.isDirectory(folder.resolve("masks")) ? folder.resolve("masks") : null;
        return read(name(folder), images, masks, notices);
    }

    private static UtkFaceFolder read(String name, Path folder, Path masks, Consumer<String> notices) {
        List<Path> images = new ArrayList<>();
        List<Double> ages = new ArrayList<>();
        for (Path file : list(folder)) {
            var age = age(file.getFileName().toString());
            if (age.isEmpty()) {
                notices.accept("skipped " + file.getFileName()
                        + ": a name must begin with an age from 0 to 120 and _, as in 25_1_0_20170116.jpg");
            } else if (masks != null && !Files.exists(masks.resolve(file.getFileName()))) {
                notices.accept("skipped " + file.getFileName() + ": it has no mask in " + masks);
            } else {
                images.add(file);
                ages.add(age.getAsDouble());
            }
        }
        if (images.isEmpty()) {
            throw new IllegalArgumentException("a data folder must hold .jpg or .png images named [age]_... but "
                    + folder + " has none; check the path, or try --data synthetic");
        }
        return new UtkFaceFolder(name, images, ages, masks);
    }

    private static List<Path> list(Path folder) {
        try (var files = Files.list(folder)) {
            return files.filter(UtkFaceFolder::isImage).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + folder, e);
        }
    }

    private static boolean isImage(Path file) {
        return IMAGE.matcher(file.getFileName().toString().toLowerCase(Locale.ROOT))
                .matches();
    }

    /** The age that a file name begins with, if it is one. */
    static OptionalDouble age(String fileName) {
        Matcher matcher = NAME.matcher(fileName);
        if (!matcher.matches() || Integer.parseInt(matcher.group(1)) > AgeGroup.MAXIMUM_AGE) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(Integer.parseInt(matcher.group(1)));
    }

    private static String name(Path folder) {
        var last = folder.toAbsolutePath().normalize().getFileName();
        return last == null ? "folder" : last.toString().replaceAll("[^A-Za-z0-9_.]", "_");
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int size() {
        return images.size();
    }

    @Override
    public double age(int index) {
        return ages.get(index);
    }

    @Override
    public String label(int index) {
        return images.get(index).getFileName().toString();
    }

    @Override
    public Storage storage() {
        return Storage.FILES;
    }

    @Override
    public byte[] image(int index) {
        return images.get(index).toString().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public Masks masks() {
        return masks == null ? Masks.NONE : Masks.GREY;
    }

    @Override
    public byte[] mask(int index) {
        return masks.resolve(label(index)).toString().getBytes(StandardCharsets.UTF_8);
    }
}
