package reaging.run;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Describes the differences between two configurations of the same type by their JSON paths. */
public final class ConfigChanges {
    private ConfigChanges() {}

    /** Returns a text such as "training.batch is 8 there and 16 here"; empty if nothing differs. */
    public static String text(Record there, Record here) {
        var before = values(there);
        var after = values(here);
        // Unset values have no path.
        Set<String> paths = new TreeSet<>(before.keySet());
        paths.addAll(after.keySet());
        return paths.stream()
                .filter(path -> !Objects.equals(before.get(path), after.get(path)))
                .map(path -> path + " is " + value(before, path) + " there and " + value(after, path) + " here")
                .collect(Collectors.joining(", "));
    }

    private static String value(Map<String, JsonElement> values, String path) {
        return values.containsKey(path) ? values.get(path).toString() : "none";
    }

    private static Map<String, JsonElement> values(Record config) {
        Map<String, JsonElement> values = new TreeMap<>();
        collect("", new Gson().toJsonTree(config).getAsJsonObject(), values);
        return values;
    }

    private static void collect(String path, JsonObject object, Map<String, JsonElement> values) {
        object.asMap().forEach((name, value) -> {
            if (value.isJsonObject()) {
                collect(path + name + ".", value.getAsJsonObject(), values);
            } else {
                values.put(path + name, value);
            }
        });
    }
}
