package reaging.data.folders;

import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import reaging.data.AgeGroup;
import reaging.data.Sex;

/**
 * A folder whose file names start with the age, like UTKFace's: {@code [age]_[gender]_[race]_[date].jpg.chip.jpg}. Images and
 * masks are laid out as in {@link ImageFolder}.
 */
final class UtkFaceFolder {
    private static final Pattern NAME = Pattern.compile("(\\d{1,3})_.*");

    private UtkFaceFolder() {}

    /** Whether an image in a folder has an age. */
    static boolean fits(Path folder) {
        return ImageFolder.names(ImageFolder.of(folder).images()).stream()
                .anyMatch(name -> age(name).isPresent());
    }

    static Listing list(Path folder, MaskOrigin masks) {
        var place = ImageFolder.of(folder);
        var found = new ListingBuilder(place.kind(), masks);
        for (String name : ImageFolder.names(place.images())) {
            age(name)
                    .ifPresentOrElse(
                            age -> found.add(
                                    new FaceFile(name, age, place.images().resolve(name), place.mask(name), sex(name))),
                            () -> found.skip(Skipped.Reason.NO_AGE, name));
        }
        return Listing.of(folder, DataFormat.UTKFACE, found, Set.of());
    }

    /** Returns the sex under FFHQ-Aging's column name, so that folders prepared from either agree; empty if unknown. */
    private static Map<String, String> sex(String fileName) {
        return Sex.ofFileName(fileName)
                .map(sex -> Map.of(Sex.COLUMN, sex.label()))
                .orElse(Map.of());
    }

    /** Returns the age at the start of a file name, if any. */
    static OptionalDouble age(String fileName) {
        Matcher matcher = NAME.matcher(fileName);
        if (!matcher.matches() || Integer.parseInt(matcher.group(1)) > AgeGroup.MAXIMUM_AGE) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(Integer.parseInt(matcher.group(1)));
    }
}
