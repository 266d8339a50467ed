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
 * Whether the numbers that file names begin with are ages, as UTKFace's are, or begin those names for another reason. Names with
 * UTKFace's other fields, {@code [age]_[gender]_[race]_[date]}, and those that this program writes are never doubted.
 */
final class LeadingNumbers {
    private static final Pattern NUMBER = Pattern.compile("(\\d+)_.*");
    // UTKFace leaves out the gender or the race now and then; a prepared folder's names are age and number.
    private static final Pattern FIELDS =
            Pattern.compile("\\d{1,3}_([01]_([0-4]_)?)?\\d{7,}.*|\\d{1,3}_[01]_[0-4]_\\d+\\..*");
    private static final Pattern DATE = Pattern.compile("\\d{1,2}_\\d{1,2}_(19|20)\\d{2}\\D.*");

    /** Fewer numbers in a row may well be the ages of a few photos. */
    private static final int FEWEST_IN_A_ROW = 5;

    private LeadingNumbers() {}

    /** Why they are no ages; empty where they may be. */
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
                    "only " + aged.size() + " of " + names.size() + " names begin with an age from 0 to 120");
        }
        if (20 * aged.size() < 19 * numbered.size()) {
            return Optional.of((numbered.size() - aged.size()) + " of the " + numbered.size()
                    + " numbers that names begin with are above 120");
        }
        if (2 * count(aged, DATE) >= aged.size()) {
            return Optional.of("the names begin with dates");
        }
        return inARow(aged);
    }

    private static long count(List<String> names, Pattern pattern) {
        return names.stream().filter(name -> pattern.matcher(name).matches()).count();
    }

    /** Numbers from 0 or 1 on, each as often as the others, count images or people. */
    private static Optional<String> inARow(List<String> names) {
        Map<Integer, Long> counts = names.stream()
                .collect(Collectors.groupingBy(name -> number(name).getAsInt(), TreeMap::new, Collectors.counting()));
        int first = counts.keySet().iterator().next();
        int last = first + counts.size() - 1;
        boolean running = first <= 1 && counts.containsKey(last) && counts.size() >= FEWEST_IN_A_ROW;
        if (!running || counts.values().stream().distinct().count() > 1) {
            return Optional.empty();
        }
        return Optional.of("the names begin with every number from " + first + " to " + last + ", each "
                + (counts.get(first) == 1 ? "once" : counts.get(first) + " times")
                + ", as running numbers do");
    }

    /** The number that a name begins with; one too large for an age counts as a million. */
    private static OptionalInt number(String name) {
        var matcher = NUMBER.matcher(name);
        if (!matcher.matches()) {
            return OptionalInt.empty();
        }
        return OptionalInt.of(matcher.group(1).length() > 6 ? 1_000_000 : Integer.parseInt(matcher.group(1)));
    }
}
