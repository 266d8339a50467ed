package reaging.data.folders;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import reaging.data.AgeGroup;

/**
 * Decides whether the numbers at the start of file names are ages, as in UTKFace, or something else. Names with UTKFace's other
 * fields, {@code [age]_[gender]_[race]_[date]}, and those that this program writes are never doubted.
 */
final class LeadingNumbers {
    private static final Pattern NUMBER = Pattern.compile("(\\d+)_.*");
    // UTKFace sometimes lacks the gender or the race; a prepared folder's names are age and number.
    private static final Pattern FIELDS =
            Pattern.compile("\\d{1,3}_([01]_([0-4]_)?)?\\d{7,}.*|\\d{1,3}_[01]_[0-4]_\\d+\\..*");
    private static final Pattern DATE = Pattern.compile("\\d{1,2}_\\d{1,2}_(19|20)\\d{2}\\D.*");

    /** Fewer consecutive numbers may well be the ages of a few photos. */
    private static final int FEWEST_IN_A_ROW = 5;

    private LeadingNumbers() {}

    /** Returns why the numbers are not ages; empty: they may be. */
    static Optional<String> doubt(List<String> names) {
        var numbered = names.stream().filter(name -> number(name).isPresent()).toList();
        var aged = numbered.stream()
                .filter(name -> number(name).getAsInt() <= AgeGroup.MAXIMUM_AGE)
                .toList();
        if (2 * count(aged, FIELDS) >= aged.size()) {
            return Optional.empty();
        }
        if (2 * aged.size() < names.size()) {
            return Optional.of(
                    "only " + aged.size() + " of " + names.size() + " names start with an age from 0 to 120");
        }
        if (20 * aged.size() < 19 * numbered.size()) {
            return Optional.of((numbered.size() - aged.size()) + " of the " + numbered.size()
                    + " numbers at the start of names are above 120");
        }
        if (2 * count(aged, DATE) >= aged.size()) {
            return Optional.of("the names start with dates");
        }
        return inARow(aged);
    }

    private static long count(List<String> names, Pattern pattern) {
        return names.stream().filter(name -> pattern.matcher(name).matches()).count();
    }

    /** Checks for consecutive numbers from 0 or 1, each equally frequent, which count images or people. */
    private static Optional<String> inARow(List<String> names) {
        Map<Integer, Long> counts = names.stream()
                .collect(Collectors.groupingBy(name -> number(name).getAsInt(), TreeMap::new, Collectors.counting()));
        var first = counts.entrySet().iterator().next();
        int last = first.getKey() + counts.size() - 1;
        boolean running = first.getKey() <= 1 && counts.containsKey(last) && counts.size() >= FEWEST_IN_A_ROW;
        if (!running || counts.values().stream().distinct().count() > 1) {
            return Optional.empty();
        }
        return Optional.of("the names start with every number from " + first.getKey() + " to " + last + ", each "
                + (first.getValue() == 1 ? "once" : first.getValue() + " times")
                + ", like serial numbers");
    }

    /** Returns the number at the start of a name; one too large for an age counts as a million. */
    private static OptionalInt number(String name) {
        var matcher = NUMBER.matcher(name);
        if (!matcher.matches()) {
            return OptionalInt.empty();
        }
        return OptionalInt.of(matcher.group(1).length() > 6 ? 1_000_000 : Integer.parseInt(matcher.group(1)));
    }
}
