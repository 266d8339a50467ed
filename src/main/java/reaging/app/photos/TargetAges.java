package reaging.app.photos;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import reaging.data.AgeGroup;

/** One target age, or several. */
final class TargetAges {
    @Option(names = "--age", description = "Target age in years, 0 to 120.")
    private @Nullable Double age;

    @Option(names = "--ages", description = "Several target ages, such as 5,30,70, or \"all\" for the ten groups.")
    private @Nullable String ages;

    /** Whether they were given as a list, even if it holds only one. */
    boolean several() {
        return ages != null;
    }

    double[] years() {
        if (age != null) {
            return new double[] {AgeGroup.requireAge(age)};
        }
        var list = Objects.requireNonNull(ages, "picocli requires one of the two options");
        return list.equals("all") ? AgeGroup.centres() : parsed(list);
    }

    private static double[] parsed(String ages) {
        try {
            return Arrays.stream(ages.split(",", -1))
                    .mapToDouble(Double::parseDouble)
                    .map(AgeGroup::requireAge)
                    .toArray();
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "--ages must be comma-separated numbers, or \"all\", but is " + ages + "; try 5,30,70", e);
        }
    }
}
