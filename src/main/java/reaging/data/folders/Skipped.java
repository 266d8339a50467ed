package reaging.data.folders;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A file, folder or row of a data set that is not used.
 *
 * @param reason reason for skipping it
 * @param what its name and, for a row, what is wrong with it
 */
public record Skipped(Reason reason, String what) {
    private static final int MOST_NAMED = 10;

    /** The reasons for skipping something. */
    public enum Reason {
        NO_AGE("whose name does not start with an age from 0 to 120 and _, as in 25_1_0_20170116.jpg"),
        OTHER_NAME("whose name does not follow that format, or has an age above 120"),
        NO_GROUP("not in a folder named after an age group, 0-2 to 70-120 or 70+"),
        BAD_ROW("with unusable labels"),
        NO_IMAGE("in the labels but without an image"),
        NO_ROW("not in the labels"),
        NO_MASK("without a mask, while others have one"),
        LOW_CONFIDENCE("with an age_group_confidence that is not above 0.6"),
        PRUNED("that LATS leaves out for gender_confidence, pose, occluded eyes or dark glasses"),
        UNREADABLE("that cannot be read"),
        EMPTY_MASK("with an empty mask");

        private final String text;

        Reason(String text) {
            this.text = text;
        }

        /** Returns the name in machine-readable reports. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Returns the description that follows their number. */
        public String text() {
            return text;
        }
    }

    /** Returns a line for each reason, with the first few names. */
    public static List<String> lines(Map<Reason, List<String>> skipped) {
        List<String> lines = new ArrayList<>();
        skipped.forEach((reason, names) -> lines.add(names.size() + " " + reason.text() + ": " + few(names)));
        return lines;
    }

    /** Groups the names by reason. */
    public static Map<Reason, List<String>> byReason(List<Skipped> skipped) {
        return skipped.stream()
                .collect(Collectors.groupingBy(
                        Skipped::reason, TreeMap::new, Collectors.mapping(Skipped::what, Collectors.toList())));
    }

    /** Lists the first few of some names. */
    public static String few(List<String> names) {
        var first = String.join(", ", names.subList(0, Math.min(MOST_NAMED, names.size())));
        return names.size() <= MOST_NAMED ? first : first + " and " + (names.size() - MOST_NAMED) + " more";
    }
}
