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
 * A folder whose file names begin with the age, as UTKFace's do: {@code [age]_[gender]_[race]_[date].jpg.chip.jpg}. Images
 * and masks lie as {@link ImageFolder} says.
 */
final class UtkFaceFolder {
    private static final Pattern NAME = Pattern.compile("(\\d{1,3})_.*");

    private UtkFaceFolder() {}

    /** Whether an image in it has an age. */
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

    /** Under FFHQ-Aging's name, so that a folder prepared from either says it alike; nothing where the name does not. */
    private static Map<String, String> sex(String fileName) {
        return Sex.ofFileName(fileName)
                .map(sex -> Map.of(Sex.COLUMN, sex.label()))
                .orElse(Map.of());
    }

    /** The age that a file name begins with, if it is one. */
    static OptionalDouble age(String fileName) {
        Matcher matcher = NAME.matcher(fileName);
        if (!matcher.matches() || Integer.parseInt(matcher.group(1)) > AgeGroup.MAXIMUM_AGE) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(Integer.parseInt(matcher.group(1)));
    }
}
