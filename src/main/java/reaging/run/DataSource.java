package reaging.run;

import com.google.gson.TypeAdapter;
import com.google.gson.annotations.JsonAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.nio.file.Path;

/** Where faces to train on or to judge by come from; in JSON its {@link #name}. */
@JsonAdapter(DataSource.Json.class)
public sealed interface DataSource {
    /** What a name stands for: {@value FaceData#SYNTHETIC}, or else a folder. */
    static DataSource of(String name) {
        return name.equals(FaceData.SYNTHETIC) ? new Synthetic() : new Folder(name);
    }

    /** What a person calls it. */
    String name();

    /** Whether its faces are drawn. */
    default boolean isSynthetic() {
        return this instanceof Synthetic;
    }

    /** Faces that this program draws. */
    record Synthetic() implements DataSource {
        @Override
        public String name() {
            return FaceData.SYNTHETIC;
        }
    }

    /**
     * Faces on disk.
     *
     * @param name of the folder, as it was given
     */
    record Folder(String name) implements DataSource {
        /** Where it is. */
        public Path path() {
            return Path.of(name);
        }
    }

    /** Writes the name and nothing else. */
    final class Json extends TypeAdapter<DataSource> {
        @Override
        public void write(JsonWriter out, DataSource source) throws IOException {
            out.value(source.name());
        }

        @Override
        public DataSource read(JsonReader in) throws IOException {
            return of(in.nextString());
        }
    }
}
