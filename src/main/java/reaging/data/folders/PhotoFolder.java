package reaging.data.folders;

import java.nio.file.Path;
import java.util.List;
import reaging.data.FaceSet;
import reaging.data.Masks;

/**
 * A folder of face photos whose ages nobody knows, as CelebA-HQ's: all its images, whatever their names. Images and masks lie as
 * {@link ImageFolder} says.
 */
public final class PhotoFolder {
    private PhotoFolder() {}

    /** Lists a folder, sorted by name; no image is read. Photos without a mask are left out where others have one. */
    public static FaceSet open(Path folder) {
        DataFormat.requireFolder(folder);
        var place = ImageFolder.of(folder);
        List<FaceFile> photos = ImageFolder.names(place.images()).stream()
                .map(name -> new FaceFile(name, Double.NaN, place.images().resolve(name), place.mask(name)))
                .filter(photo -> photo.mask() != null || place.kind() == Masks.NONE)
                .toList();
        if (photos.isEmpty()) {
            throw new IllegalArgumentException(
                    "a folder of photos must hold .jpg or .png images but " + folder + " has none; check the path");
        }
        return new FaceFolder(Listing.name(folder), photos, place.kind());
    }

    /** No photos. */
    public static FaceSet none() {
        return new FaceFolder("none", List.of(), Masks.NONE);
    }
}
