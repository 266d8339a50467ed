package reaging.pictures;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The file formats that can be read as pictures. */
public enum PictureFormat {
    JPEG("JPEG", "jpg jpeg jpe jfif", "\u00ff\u00d8\u00ff"),
    PNG("PNG", "png", "\u0089PNG\r\n\u001a\n"),
    GIF("GIF", "gif", "GIF8[79]a"),
    BMP("BMP", "bmp dib", "BM"),
    TIFF("TIFF", "tif tiff", "II[*+]\0|MM\0[*+]"),
    WEBP("WebP", "webp", "RIFF.{4}WEBP");

    private static final int LONGEST_BEGINNING = 64;

    private final String title;
    private final String suffixes; // lower case, the usual one first, separated by spaces
    private final Pattern beginning; // of the content, a character for each byte

    PictureFormat(String title, String suffixes, String beginning) {
        this.title = title;
        this.suffixes = suffixes;
        this.beginning = Pattern.compile(beginning, Pattern.DOTALL);
    }

    /** Detects the format of a file from its first bytes. */
    public static Optional<PictureFormat> of(byte[] content) {
        var start = start(content);
        return Stream.of(values())
                .filter(format -> format.beginning.matcher(start).lookingAt())
                .findFirst();
    }

    static String start(byte[] content) {
        int length = Math.min(content.length, LONGEST_BEGINNING);
        return new String(content, 0, length, StandardCharsets.ISO_8859_1);
    }

    /** Returns the format implied by a file's name. */
    public static Optional<PictureFormat> named(String file) {
        var suffix = file.substring(file.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return Stream.of(values())
                .filter(format -> Arrays.asList(format.suffixes.split(" ", -1)).contains(suffix))
                .findFirst();
    }

    /** Returns the usual suffix of its files, without a dot. */
    public String suffix() {
        return suffixes.split(" ", -1)[0];
    }

    /** Lists the suffixes of pictures: ".jpg, .jpeg, ...". */
    public static String allSuffixes() {
        return Stream.of(values())
                .flatMap(format -> Stream.of(format.suffixes.split(" ", -1)))
                .map(suffix -> "." + suffix)
                .collect(Collectors.joining(", "));
    }

    /** Lists all formats in words: "JPEG, PNG, GIF, BMP, TIFF or WebP". */
    static String all() {
        var titles = Stream.of(values()).map(format -> format.title).collect(Collectors.joining(", "));
        return titles.replaceFirst(", ([^,]*)$", " or $1");
    }

    @Override
    public String toString() {
        return title;
    }
}
