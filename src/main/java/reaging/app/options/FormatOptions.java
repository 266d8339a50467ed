package reaging.app.options;

import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;
import reaging.data.folders.DataFormat;
import reaging.data.folders.Listing;
import reaging.data.folders.MaskOrigin;
import reaging.data.folders.Pruning;

/** The options that control how a folder of faces is read. */
public final class FormatOptions {
    @Option(
            names = "--format",
            converter = Formats.class,
            description = "Layout of the folder: ${COMPLETION-CANDIDATES}; default auto.")
    private @Nullable DataFormat format;

    @Option(
            names = "--prune",
            converter = Prunings.class,
            description =
                    "Faces of FFHQ-Aging to leave out: \"confidence\" drops those of uncertain age, \"lats\" also those"
                            + " that LATS drops; one of ${COMPLETION-CANDIDATES}, default confidence.")
    private @Nullable Pruning prune;

    /** Converts an argument to a format. */
    static final class Formats implements ITypeConverter<DataFormat> {
        @Override
        public DataFormat convert(String text) {
            return choice(DataFormat.values(), text);
        }
    }

    /** Converts an argument to a pruning. */
    static final class Prunings implements ITypeConverter<Pruning> {
        @Override
        public Pruning convert(String text) {
            return choice(Pruning.values(), text);
        }
    }

    /**
     * Returns the value that an argument names.
     *
     * @throws TypeConversionException if there is none
     */
    // Not picocli's own conversion: its message also lists the names of the Java constants.
    public static <T> T choice(T[] values, String text) {
        return Stream.of(values)
                .filter(value -> value.toString().equals(text))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException("it must be one of "
                        + Stream.of(values).map(Object::toString).collect(Collectors.joining(", ")) + " but is "
                        + text));
    }

    /** Returns the layout; by default the one detected in the folder. */
    public DataFormat format() {
        return Objects.requireNonNullElse(format, DataFormat.AUTO);
    }

    /** Returns the pruning; by default that of uncertain ages. */
    public Pruning prune() {
        return Objects.requireNonNullElse(prune, Pruning.CONFIDENCE);
    }

    /** Returns the layout, if one was given. */
    @Nullable
    public DataFormat formatGiven() {
        return format;
    }

    /** Returns the pruning, if one was given. */
    @Nullable
    public Pruning pruneGiven() {
        return prune;
    }

    /** Lists the faces of a folder with the masks that lie beside them. */
    public Listing list(Path folder) {
        return list(folder, MaskOrigin.GIVEN);
    }

    /** Lists the faces of a folder. */
    public Listing list(Path folder, MaskOrigin masks) {
        return format().list(folder, prune(), masks);
    }
}
