package reaging.data.folders;

import java.nio.file.Path;
import java.util.Set;
import reaging.data.AgeGroup;

/**
 * A folder with a folder for each age group, named after it: {@code 0-2}, ..., {@code 70-120} or {@code 70+}. A face's age is
 * the centre of its group. Images and masks in such folders are laid out as in {@link ImageFolder}.
 */
final class GroupFolders {
    private GroupFolders() {}

    /** Whether one of its folders is named after a group. */
    static boolean fits(Path folder) {
        return ImageFolder.folders(ImageFolder.of(folder).images()).stream()
                .anyMatch(name -> AgeGroup.labelled(name).isPresent());
    }

    static Listing list(Path folder, MaskOrigin masks) {
        var place = ImageFolder.of(folder);
        var found = new ListingBuilder(place.kind(), masks);
        ImageFolder.names(place.images()).forEach(name -> found.skip(Skipped.Reason.NO_GROUP, name));
        for (String name : ImageFolder.folders(place.images())) {
            AgeGroup.labelled(name)
                    .ifPresentOrElse(
                            group -> add(place, name, group, found), () -> found.skip(Skipped.Reason.NO_GROUP, name));
        }
        return Listing.of(folder, DataFormat.FOLDERS, found, Set.of());
    }

    private static void add(ImageFolder place, String folder, AgeGroup group, ListingBuilder found) {
        for (String name : ImageFolder.names(place.images().resolve(folder))) {
            var label = folder + "/" + name;
            found.add(new FaceFile(label, group.centre(), place.images().resolve(label), place.mask(label)));
        }
    }
}
