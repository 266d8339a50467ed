package reaging.app;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import reaging.training.RunConfig;

/** What differs between two configurations, by their paths in {@code config.json}. */
final class ConfigChanges {
    private ConfigChanges() {}

    /** Such as "training.batch is 8 there and 16 here"; empty where nothing differs. */
    static String text(RunConfig there, RunConfig here) {
        var before = values(there);
        var after = values(here);
        return before.keySet().stream()
                .filter(path -> !before.get(path).equals(after.get(path)))
                .map(path -> path + " is " + before.get(path) + " there and " + after.get(path) + " here")
                .collect(Collectors.joining(", "));
    }

    private static Map<String, JsonElement> values(RunConfig config) {
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
