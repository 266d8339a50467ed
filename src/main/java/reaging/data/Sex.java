package reaging.data;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The sex of a person as face data sets with age labels give it: in a column, or in a file name. */
public enum Sex {
    MALE(0),
    FEMALE(1);

    /** The column of FFHQ-Aging's labels; its cells are labels. */
    public static final String COLUMN = "gender";

    // Requires the date or number at the end: a second number alone, as in 25_1.jpg, may count the photos of that age.
    private static final Pattern UTKFACE = Pattern.compile("\\d{1,3}_([01])_\\d_\\d{7,}.*");

    private final int digit;

    Sex(int digit) {
        this.digit = digit;
    }

    /** Returns the digit in file names: 0 male, 1 female. */
    public int digit() {
        return digit;
    }

    /** Returns the label in columns: {@code male} or {@code female}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the sex of a label; empty for any other text. */
    public static Optional<Sex> labelled(String text) {
        return Arrays.stream(values()).filter(sex -> sex.label().equals(text)).findFirst();
    }

    /** Returns the sex in a UTKFace file name, {@code [age]_[gender]_[race]_[date]...}; empty for any other name. */
    public static Optional<Sex> ofFileName(String name) {
        var matcher = UTKFACE.matcher(name);
        return matcher.matches()
                ? Arrays.stream(values())
                        .filter(sex -> matcher.group(1).equals(String.valueOf(sex.digit)))
                        .findFirst()
                : Optional.empty();
    }
}
