package reaging.data.folders;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import reaging.data.Sex;

/** A folder whose file names contain the person and the age. Images and masks are laid out as in {@link ImageFolder}. */
final class NamedFolder {
    private NamedFolder() {}

    /** Whether any image in a folder has such a name. */
    static boolean fits(Path folder, FaceNames names) {
        return names.count(ImageFolder.names(ImageFolder.of(folder).images())) > 0;
    }

    static Listing list(Path folder, DataFormat format, FaceNames names, MaskOrigin masks) {
        var place = ImageFolder.of(folder);
        var found = new ListingBuilder(place.kind(), masks);
        for (String file : ImageFolder.names(place.images())) {
            names.read(file)
                    .ifPresentOrElse(
                            name -> found.add(new FaceFile(
                                    file, name.age(), place.images().resolve(file), place.mask(file), others(name))),
                            () -> found.skip(Skipped.Reason.OTHER_NAME, file));
        }
        return Listing.of(folder, format, found, Set.of());
    }

    /** Returns the labels by the names of columns, so that a folder prepared from it keeps them. */
    private static Map<String, String> others(FaceName name) {
        Map<String, String> others = new LinkedHashMap<>();
        name.person().ifPresent(person -> others.put(FaceFile.PERSON, person));
        name.sex().ifPresent(sex -> others.put(Sex.COLUMN, sex.label()));
        return others;
    }
}
