package reaging.data.folders;

import java.nio.file.Path;
import java.util.List;
import reaging.data.FaceSet;
import reaging.data.Masks;

/**
 * A folder of face photos of unknown age, such as CelebA-HQ: all its images, whatever their names. Images and masks are laid out
 * as in {@link ImageFolder}.
 */
public final class PhotoFolder {
    private PhotoFolder() {}

    /** Lists a folder, sorted by name, without reading any image. Photos without a mask are left out if others have one. */
    public static FaceSet open(Path folder) {
        DataFormat.requireFolder(folder);
        var place = ImageFolder.of(folder);
        List<FaceFile> photos = ImageFolder.names(place.images()).stream()
                .map(name -> new FaceFile(name, Double.NaN, place.images().resolve(name), place.mask(name)))
                .filter(photo -> photo.mask() != null || place.kind() == Masks.NONE)
                .toList();
        if (photos.isEmpty()) {
            throw new IllegalArgumentException(
                    "a folder of photos must contain .jpg or .png images but " + folder + " has none; check the path");
        }
        return new FaceFolder(Listing.name(folder), photos, place.kind());
    }

    /** Returns an empty set. */
    public static FaceSet none() {
        return new FaceFolder("none", List.of(), Masks.NONE);
    }
}
