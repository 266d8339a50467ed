package reaging.data.folders;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import reaging.data.AgeGroup;
import reaging.data.Sex;

/** The naming schemes of data sets whose file names contain the person and the age. */
enum FaceNames {
    /** AgeDB (Moschoglou et al. 2017), number_name_age_sex: {@code 0_MariaCallas_35_f.jpg}. */
    AGEDB("\\d+_(?<person>.*\\p{L}.*)_(?<age>\\d{1,3})_(?<sex>[fm])", "0_MariaCallas_35_f.jpg"),
    /** CACD (Chen et al. 2014), age_name_number: {@code 53_Robin_Williams_0001.jpg}. */
    CACD("(?<age>\\d{1,3})_(?<person>.*\\p{L}.*)_\\d{4}", "53_Robin_Williams_0001.jpg"),
    /** MORPH (Ricanek and Tesafaye 2006), person_indexSexAge: {@code 009055_1M54.JPG}. */
    MORPH("(?<person>\\d{5,7})_\\d{1,2}(?<sex>[fm])(?<age>\\d{2,3})", "009055_1M54.JPG"),
    /** FG-NET (Lanitis et al. 2002), personAage, with a letter if there are several: {@code 001A05.JPG}, {@code 001A43a.JPG}. */
    FG_NET("(?<person>\\d{3})a(?<age>\\d{2})[a-z]?", "001A05.JPG");

    private static final Pattern ENDING = Pattern.compile("\\.[^.]*$");

    private final Pattern pattern;
    private final String example;
    private final boolean saysSex;

    /** Creates a scheme; {@code pattern} matches a name without extension, ignoring case. */
    FaceNames(String pattern, String example) {
        this.pattern = Pattern.compile(pattern, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
        this.example = example;
        saysSex = pattern.contains("(?<sex>");
    }

    /** Returns an example of such a name. */
    String example() {
        return example;
    }

    /** Parses a file name of this scheme; empty for any other, and if the age is invalid. */
    Optional<FaceName> read(String file) {
        var matcher = pattern.matcher(ENDING.matcher(file).replaceFirst(""));
        if (!matcher.matches() || Integer.parseInt(matcher.group("age")) > AgeGroup.MAXIMUM_AGE) {
            return Optional.empty();
        }
        return Optional.of(new FaceName(
                Integer.parseInt(matcher.group("age")), Optional.of(matcher.group("person")), sex(matcher)));
    }

    private Optional<Sex> sex(Matcher matcher) {
        if (!saysSex) {
            return Optional.empty();
        }
        return Optional.of(matcher.group("sex").toLowerCase(Locale.ROOT).equals("m") ? Sex.MALE : Sex.FEMALE);
    }

    /** Counts the names that follow this scheme. */
    long count(Collection<String> files) {
        return files.stream().filter(file -> read(file).isPresent()).count();
    }

    /** Returns the scheme that most names follow; empty unless at least half of them do. */
    static Optional<FaceNames> of(List<String> files) {
        return Stream.of(values())
                .max(Comparator.comparingLong(names -> names.count(files)))
                .filter(names -> !files.isEmpty() && names.count(files) * 2 >= files.size());
    }
}
