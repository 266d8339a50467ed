package reaging.run;

import com.google.gson.TypeAdapter;
import com.google.gson.annotations.JsonAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.nio.file.Path;

/** The source of faces for training or evaluation; in JSON its {@link #name}. */
@JsonAdapter(DataSource.Json.class)
public sealed interface DataSource {
    /** Returns the source that a name stands for: {@value FaceData#SYNTHETIC}, or else a folder. */
    static DataSource of(String name) {
        return name.equals(FaceData.SYNTHETIC) ? new Synthetic() : new Folder(name);
    }

    /** Returns its name as a user gives it. */
    String name();

    /** Whether its faces are synthetic. */
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
     * @param name path of the folder, as given
     */
    record Folder(String name) implements DataSource {
        /** Returns the path of the folder. */
        public Path path() {
            return Path.of(name);
        }
    }

    /** Writes only the name. */
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
