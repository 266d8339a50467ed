package reaging.app.server;

import io.javalin.http.Context;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import reaging.app.photos.FaceChoice;
import reaging.data.AgeGroup;

/**
 * The parameters of a request.
 *
 * @param words values by name
 */
record Parameters(Map<String, String> words) {
    /** Reads the parameters of a request's query; if one is repeated, the first counts. */
    static Parameters of(Context context) {
        return new Parameters(query(context));
    }

    static Map<String, String> query(Context context) {
        Map<String, String> words = new HashMap<>();
        context.queryParamMap().forEach((name, values) -> words.put(name, values.get(0)));
        return words;
    }

    private Optional<String> word(String name) {
        return Optional.ofNullable(words.get(name)).map(String::strip).filter(text -> !text.isEmpty());
    }

    /** Reads "ages": comma-separated years, or "all" for the ten groups; "age" gives a single one. */
    double[] ages(Limits limits) {
        var text = word("ages")
                .or(() -> word("age"))
                .orElseThrow(() -> bad("ages must be comma-separated years or \"all\" but is missing; try ages=70"));
        if (text.equals("all")) {
            return AgeGroup.centres();
        }
        var parts = text.split(",", -1);
        if (parts.length > limits.pictures()) {
            throw bad("at most " + limits.pictures() + " ages may be given but there are " + parts.length
                    + "; ask for the others in another request");
        }
        return Arrays.stream(parts).mapToDouble(Parameters::age).toArray();
    }

    private static double age(String text) {
        try {
            return checked(() -> AgeGroup.requireAge(Double.parseDouble(text)));
        } catch (NumberFormatException e) {
            throw bad("an age must be a number of years but is " + quoted(text) + "; try ages=5,30,70");
        }
    }

    /** Reads an age, with a default. */
    double age(String name, double otherwise) {
        return word(name).map(Parameters::age).orElse(otherwise);
    }

    /** Reads an age, if given. */
    Optional<Double> age() {
        return word("age").map(Parameters::age);
    }

    /** Reads a whole number within limits, with a default. */
    int number(String name, int least, int most, int otherwise) {
        var text = word(name);
        if (text.isEmpty()) {
            return otherwise;
        }
        try {
            int number = Integer.parseInt(text.get());
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // same answer as for a number out of range
        }
        throw bad(name + " must be a whole number from " + least + " to " + most + " but is " + quoted(text.get()));
    }

    /** Reads "faces", by default all of them. */
    FaceChoice faces() {
        return checked(() -> FaceChoice.of(word("faces").map(Parameters::cut).orElse("all")));
    }

    /** Whether a switch is on. */
    boolean is(String name) {
        return word(name)
                .filter(text -> !text.equals("false") && !text.equals("0"))
                .isPresent();
    }

    /** Reads one of several known words, by default the first. */
    String oneOf(String name, List<String> known) {
        var text = word(name).map(word -> word.toLowerCase(Locale.ROOT)).orElse(known.get(0));
        if (!known.contains(text)) {
            throw bad(name + " must be one of " + String.join(", ", known) + " but is " + quoted(text));
        }
        return text;
    }

    /** Turns the message of a failed check into an answer. */
    static <T> T checked(Supplier<T> rule) {
        try {
            return rule.get();
        } catch (NumberFormatException e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw bad(String.valueOf(e.getMessage()));
        }
    }

    private static Problem bad(String detail) {
        return Problem.of(Problem.Kind.BAD_REQUEST, detail);
    }

    private static String quoted(String text) {
        return '"' + cut(text) + '"';
    }

    private static String cut(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "...";
    }
}
