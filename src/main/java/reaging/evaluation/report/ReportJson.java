package reaging.evaluation.report;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonDeserializer;
import com.google.gson.JsonPrimitive;
import com.google.gson.JsonSerializer;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import reaging.data.AgeGroup;
import reaging.evaluation.truth.GroundTruth;

/** Writes reports as JSON: groups by label, missing values as null, numbers with six digits. */
public final class ReportJson {
    private static final Gson JSON = new GsonBuilder()
            .setPrettyPrinting()
            .disableHtmlEscaping()
            .serializeNulls()
            .enableComplexMapKeySerialization()
            .registerTypeAdapter(double.class, new Numbers())
            .registerTypeAdapter(Double.class, new Numbers())
            .registerTypeAdapter(AgeGroup.class, (JsonSerializer<AgeGroup>)
                    (group, type, context) -> new JsonPrimitive(group.label()))
            .registerTypeAdapter(AgeGroup.class, (JsonDeserializer<AgeGroup>) (label, type, context) ->
                    AgeGroup.labelled(label.getAsString()).orElseThrow())
            .create();

    private ReportJson() {}

    /** Writes missing values as null, and numbers with six digits. */
    private static final class Numbers extends TypeAdapter<Double> {
        @Override
        public void write(JsonWriter out, @Nullable Double value) throws IOException {
            if (value == null || value.isNaN()) {
                out.nullValue();
            } else {
                out.value(Math.round(value * 1e6) / 1e6);
            }
        }

        @Override
        public Double read(JsonReader in) throws IOException {
            if (in.peek() == JsonToken.NULL) {
                in.nextNull();
                return Double.NaN;
            }
            return in.nextDouble();
        }
    }

    /** Returns a report as a JSON object. */
    public static String of(Object report) {
        return JSON.toJson(report);
    }

    /** Reads the comparison with the true drawings from its JSON. */
    public static GroundTruth truth(String json) {
        return JSON.fromJson(json, GroundTruth.class);
    }
}
