package reaging.app.server;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;

/** Writes answers as JSON; null values are left out. */
final class Json {
    private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();

    private Json() {}

    static String of(Object answer) {
        return GSON.toJson(answer);
    }
}
