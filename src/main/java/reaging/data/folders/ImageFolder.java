package reaging.data.folders;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reaging.data.Masks;
import reaging.pictures.PictureFormat;

/**
 * The location of a folder's images: the folder itself or, if present, its subfolder {@code images}. In that case a folder
 * {@code masks} beside it, if any, holds their masks under the same names or with {@code .png} as extension.
 *
 * @param images folder of the images
 * @param masks folder of their masks, if there is one
 */
record ImageFolder(Path images, @Nullable Path masks) {
    static ImageFolder of(Path folder) {
        var inner = folder.resolve("images");
        if (!Files.isDirectory(inner)) {
            return new ImageFolder(folder, null);
        }
        var masks = folder.resolve("masks");
        return new ImageFolder(inner, Files.isDirectory(masks) ? masks : null);
    }

    /** Returns the content of the mask files. */
    Masks kind() {
        return masks == null ? Masks.NONE : Masks.GREY;
    }

    /** Returns the mask of an image, if it has one. */
    @Nullable
    Path mask(String image) {
        if (masks == null) {
            return null;
        }
        var same = masks.resolve(image);
        return Files.exists(same) ? same : existing(masks.resolve(image.replaceFirst("\\.[^.]*$", ".png")));
    }

    private static @Nullable Path existing(Path file) {
        return Files.exists(file) ? file : null;
    }

    /** Returns the sorted names of the images in a folder, without hidden files. */
    static List<String> names(Path folder) {
        return list(folder).stream()
                .filter(ImageFolder::isImage)
                .filter(name -> !Files.isDirectory(folder.resolve(name)))
                .toList();
    }

    /** Returns the sorted names of the folders in a folder. */
    static List<String> folders(Path folder) {
        return list(folder).stream()
                .filter(name -> Files.isDirectory(folder.resolve(name)))
                .toList();
    }

    private static List<String> list(Path folder) {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    // Skips those of macOS, such as "._25_0_0_1.jpg" beside "25_0_0_1.jpg", which are not images.
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
