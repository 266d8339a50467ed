package reaging.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A file, folder or row of a data set that is not used.
 *
 * @param reason why
 * @param what its name, and for a row what is wrong with it
 */
public record Skipped(Reason reason, String what) {
    private static final int MOST_NAMED = 10;

    /** Why something is not used. */
    public enum Reason {
        NO_AGE("images: a name must begin with an age from 0 to 120 and _, as in 25_1_0_20170116.jpg"),
        NO_GROUP("files and folders: images must lie in a folder named after an age group, 0-2 to 70-120 or 70+"),
        BAD_ROW("rows of labels"),
        NO_IMAGE("rows of labels without an image"),
        NO_ROW("images that no row of labels names"),
        NO_MASK("images without a mask, while others have one"),
        LOW_CONFIDENCE("faces whose age_group_confidence is not above 0.6"),
        PRUNED("faces that LATS leaves out: pose, occluded eyes, dark glasses or gender_confidence"),
        UNREADABLE("faces that cannot be read"),
        EMPTY_MASK("faces whose mask is empty");

        private final String text;

        Reason(String text) {
            this.text = text;
        }

        /** What it says of several. */
        public String text() {
            return text;
        }
    }

    /** One line for each reason, with the first few names. */
    public static List<String> lines(List<Skipped> skipped) {
        List<String> lines = new ArrayList<>();
        byReason(skipped).forEach((reason, names) -> lines.add(names.size() + " " + reason.text() + ": " + few(names)));
        return lines;
    }

    /** The names under each reason. */
    public static Map<Reason, List<String>> byReason(List<Skipped> skipped) {
        return skipped.stream()
                .collect(Collectors.groupingBy(
                        Skipped::reason, TreeMap::new, Collectors.mapping(Skipped::what, Collectors.toList())));
    }

    /** Some names, the first few of them. */
    public static String few(List<String> names) {
        var first = String.join(", ", names.subList(0, Math.min(MOST_NAMED, names.size())));
        return names.size() <= MOST_NAMED ? first : first + " and " + (names.size() - MOST_NAMED) + " more";
    }
}
