package reaging.data.folders;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import reaging.data.FaceSet;
import reaging.data.Masks;
import reaging.pictures.PictureReader;

/**
 * Photos of people at several ages: a folder for each person with file names that start with the age, such as {@code anna/25.jpg}
 * or {@code anna/25_2.jpg}; or one folder with names like FG-NET's, {@code 001A05.JPG} for person 1 at 5 years.
 */
public final class PersonPhotos implements FaceSet {
    private static final Pattern AGE_GROUP = Pattern.compile("\\d+(-\\d+|\\+)?");

    private final String name;
    private final List<PersonPhoto> photos;

    private PersonPhotos(String name, List<PersonPhoto> photos) {
        this.name = name;
        this.photos = List.copyOf(photos);
    }

    /** Whether a folder has one of the two forms, judged by its first names; folders named after ages are not people. */
    public static boolean isIn(Path folder) {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        boolean flat = files(folder).anyMatch(file -> PersonPhoto.aged(file).isPresent());
        return files(folder).anyMatch(file -> PersonPhoto.fgNet(file).isPresent())
                || (!flat
                        && persons(folder).stream().flatMap(PersonPhotos::files).anyMatch(file -> PersonPhoto.aged(file)
                                .isPresent()));
    }

    private static Stream<Path> files(Path folder) {
        return list(folder).stream().filter(Files::isRegularFile);
    }

    private static List<Path> persons(Path folder) {
        return list(folder).stream()
                .filter(Files::isDirectory)
                .filter(person ->
                        !AGE_GROUP.matcher(person.getFileName().toString()).matches())
                .filter(person -> !List.of("images", "masks")
                        .contains(person.getFileName().toString()))
                .toList();
    }

    /**
     * Lists a folder, sorted by name, without reading any image.
     *
     * @param notices receives a notice for each skipped file
     */
    public static PersonPhotos open(Path folder, Consumer<String> notices) {
        List<PersonPhoto> photos = new ArrayList<>();
        for (Path file : list(folder)) {
            PersonPhoto.fgNet(file).ifPresent(photos::add);
        }
        for (Path person : photos.isEmpty() ? persons(folder) : List.<Path>of()) {
            for (Path file : list(person)) {
                PersonPhoto.aged(file)
                        .ifPresentOrElse(
                                photos::add,
                                () -> notices.accept(
                                        "skipped " + person.relativize(file) + " of " + person.getFileName()
                                                + ": a name must start with an age from 0 to 120, as in 25_2.jpg"));
            }
        }
        if (photos.isEmpty()) {
            throw new IllegalArgumentException(
                    "a folder of people must contain photos such as anna/25.jpg or 001A05.JPG but " + folder
                            + " has none; check the path");
        }
        return new PersonPhotos(
                folder.toAbsolutePath().normalize().getFileName().toString(), photos);
    }

    private static List<Path> list(Path folder) {
        try (var files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + folder, e);
        }
    }

    /** Returns the person in a photo. */
    public String person(int index) {
        return photos.get(index).person();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int size() {
        return photos.size();
    }

    @Override
    public double age(int index) {
        return photos.get(index).age();
    }

    @Override
    public String label(int index) {
        return photos.get(index).label();
    }

    @Override
    public BufferedImage image(int index) {
        return PictureReader.PHOTOS.read(photos.get(index).file());
    }

    @Override
    public Masks masks() {
        return Masks.NONE;
    }

    @Override
    public BufferedImage mask(int index) {
        throw new IllegalStateException("there are no masks");
    }
}
