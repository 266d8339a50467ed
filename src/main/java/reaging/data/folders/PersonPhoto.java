package reaging.data.folders;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import reaging.data.AgeGroup;

/**
 * A photo whose file name contains the age.
 *
 * @param age age in years
 */
record PersonPhoto(Path file, String person, double age) {
    private static final Pattern AGED = Pattern.compile("(\\d{1,3})(\\D.*)?\\.(JPG|JPEG|PNG)");

    /** Parses a name like FG-NET's, {@code 001A05.JPG}, which also identifies the person. */
    static Optional<PersonPhoto> fgNet(Path file) {
        var name = file.getFileName().toString();
        return (ImageFolder.isImage(name) ? FaceNames.FG_NET.read(name) : Optional.<FaceName>empty())
                .map(said -> new PersonPhoto(file, said.person().orElseThrow(), said.age()));
    }

    /** Parses a name like {@code anna/25_2.jpg}, where the folder identifies the person. */
    static Optional<PersonPhoto> aged(Path file) {
        var matcher = matcher(AGED, file);
        return matcher.matches() && Integer.parseInt(matcher.group(1)) <= AgeGroup.MAXIMUM_AGE
                ? Optional.of(new PersonPhoto(file, folder(file), Integer.parseInt(matcher.group(1))))
                : Optional.empty();
    }

    private static Matcher matcher(Pattern pattern, Path file) {
        return pattern.matcher(file.getFileName().toString().toUpperCase(Locale.ROOT));
    }

    private static String folder(Path file) {
        return Objects.requireNonNull(file.getParent(), "a listed file is in a folder")
                .getFileName()
                .toString();
    }

    /** Returns its name in the set. */
    String label() {
        return folder(file) + "/" + file.getFileName();
    }
}
