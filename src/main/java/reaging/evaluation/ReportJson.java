package reaging.evaluation;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonPrimitive;
import com.google.gson.JsonSerializer;
import reaging.data.AgeGroup;

/** Reports as JSON: groups by their label, what was not measured as null, six digits. */
public final class ReportJson {
    private static final Gson JSON = new GsonBuilder()
            .setPrettyPrinting()
            .disableHtmlEscaping()
            .serializeNulls()
            .enableComplexMapKeySerialization()
            .registerTypeAdapter(double.class, (JsonSerializer<Double>) (value, type, context) -> number(value))
            .registerTypeAdapter(Double.class, (JsonSerializer<Double>) (value, type, context) -> number(value))
            .registerTypeAdapter(AgeGroup.class, (JsonSerializer<AgeGroup>)
                    (group, type, context) -> new JsonPrimitive(group.label()))
            .create();

    private ReportJson() {}

    private static JsonElement number(double value) {
        return Double.isNaN(value) ? JsonNull.INSTANCE : new JsonPrimitive(Math.round(value * 1e6) / 1e6);
    }

    /** One JSON object. */
    public static String of(Object report) {
        return JSON.toJson(report);
    }
}
