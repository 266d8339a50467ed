package reaging.data.folders;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import reaging.data.Masks;
import reaging.pictures.PictureFormat;

/**
 * Where the images of a folder lie: in the folder itself or, where it has one, in its folder {@code images}. Then a folder
 * {@code masks} beside that holds their masks, if there is one, under the same names or with {@code .png} at the end.
 *
 * @param images where the images are
 * @param masks where their masks are, or null
 */
record ImageFolder(Path images, Path masks) {
    static ImageFolder of(Path folder) {
        var inner = folder.resolve("images");
        if (!Files.isDirectory(inner)) {
            return new ImageFolder(folder, null);
        }
        var masks = folder.resolve("masks");
        return new ImageFolder(inner, Files.isDirectory(masks) ? masks : null);
    }

    /** What the mask files hold. */
    Masks kind() {
        return masks == null ? Masks.NONE : Masks.GREY;
    }

    /** The mask of an image, or null. */
    Path mask(String image) {
        if (masks == null) {
            return null;
        }
        var same = masks.resolve(image);
        return Files.exists(same) ? same : existing(masks.resolve(image.replaceFirst("\\.[^.]*$", ".png")));
    }

    private static Path existing(Path file) {
        return Files.exists(file) ? file : null;
    }

    /** The names of the images in a folder, sorted; hidden files are none. */
    static List<String> names(Path folder) {
        return list(folder).stream()
                .filter(ImageFolder::isImage)
                .filter(name -> !Files.isDirectory(folder.resolve(name)))
                .toList();
    }

    /** The names of the folders in a folder, sorted. */
    static List<String> folders(Path folder) {
        return list(folder).stream()
                .filter(name -> Files.isDirectory(folder.resolve(name)))
                .toList();
    }

    private static List<String> list(Path folder) {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    // Not those of macOS, "._25_0_0_1.jpg" beside "25_0_0_1.jpg", which are no images.
                    .filter(name -> !name.startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + folder, e);
        }
    }

    static boolean isImage(String name) {
        return PictureFormat.named(name).isPresent();
    }
}
