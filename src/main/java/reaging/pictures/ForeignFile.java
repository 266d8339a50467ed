package reaging.pictures;

import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Files that users mistake for pictures of our {@link PictureFormat}s, or that a failed download leaves in their place. */
enum ForeignFile {
    HEIC(".{4}ftyp(hei|hev)", "HEIC"),
    HEIF(".{4}ftyp(mif1|msf1)", "HEIF"),
    AVIF(".{4}ftypavi[fs]", "AVIF"),
    VIDEO(".{4}ftyp", "a video"),
    JPEG_XL("\u00ff\n|\0{3}\fJXL ", "JPEG XL"),
    JPEG_2000("\u00ffO\u00ffQ|\0{3}\fjP  ", "JPEG 2000"),
    PHOTOSHOP("8BPS", "a Photoshop document"),
    ICON("\0\0\1\0", "an icon"),
    PDF("%PDF", "PDF"),
    ZIP("PK\3\4", "a ZIP archive"),
    LFS("version https://git-lfs", "a Git LFS pointer"),
    MARKUP("\\s*<", "HTML or XML"),
    ZEROS("\0+$", "nothing but zeros"),
    UNKNOWN("", "an unknown kind of file");

    private final Pattern beginning;
    private final String title;

    ForeignFile(String beginning, String title) {
        this.beginning = Pattern.compile(beginning, Pattern.DOTALL);
        this.title = title;
    }

    /** Describes a file that is not a picture. */
    static String title(byte[] content) {
        var start = PictureFormat.start(content);
        return Stream.of(values())
                .filter(file -> file.beginning.matcher(start).lookingAt())
                .findFirst()
                .orElse(UNKNOWN)
                .title;
    }
}
