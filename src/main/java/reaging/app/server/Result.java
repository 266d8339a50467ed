package reaging.app.server;

import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import reaging.data.AgeGroup;
import reaging.faces.EncodedFace;
import reaging.pictures.PictureFormat;
import reaging.pictures.Strip;

/**
 * The result for a photo: a picture or, for several ages, a strip; or JSON with a picture for each age.
 *
 * @param type media type of the content
 * @param name suggested file name
 */
record Result(byte[] content, String type, String name) {
    /** The names of the formats, starting with the default: that of the photo. */
    static final List<String> FORMATS = List.of("same", "jpeg", "png", "json");

    private record Picture(double age, String type, String base64) {}

    private record All(String model, PhotoAnswer photo, List<Picture> pictures) {}

    /** Makes the result in one of the {@link #FORMATS}. */
    static Result of(
            Engine engine,
            Engine.Looked looked,
            List<EncodedFace> faces,
            double[] ages,
            String format,
            Deadline deadline) {
        var file = looked.file();
        var pictures = engine.pictures(file.picture(), faces, ages, deadline);
        var kind = kind(format, file.format());
        if (format.equals("json")) {
            List<Picture> each = new ArrayList<>();
            for (int i = 0; i < ages.length; i++) {
                deadline.check();
                byte[] content = file.with(pictures.get(i), kind, engine.mark(ages[i]));
                each.add(new Picture(ages[i], type(kind), Base64.getEncoder().encodeToString(content)));
            }
            var all = new All(engine.reAger().model().name(), looked.answer(), each);
            return new Result(Json.of(all).getBytes(StandardCharsets.UTF_8), "application/json", "reaged.json");
        }
        deadline.check();
        if (ages.length == 1) {
            return new Result(
                    file.with(pictures.get(0), kind, engine.mark(ages)),
                    type(kind),
                    "age-" + AgeGroup.text(ages[0]) + "." + kind.suffix());
        }
        return new Result(
                file.like(strip(file.picture(), pictures, ages), kind, engine.mark(ages)),
                type(kind),
                "ages." + kind.suffix());
    }

    private static PictureFormat kind(String format, PictureFormat own) {
        return switch (format) {
            case "jpeg" -> PictureFormat.JPEG;
            case "png" -> PictureFormat.PNG;
            default -> own;
        };
    }

    private static String type(PictureFormat format) {
        return format == PictureFormat.JPEG ? "image/jpeg" : "image/png";
    }

    /** Draws the original photo and then all ages side by side. */
    static BufferedImage strip(BufferedImage original, List<BufferedImage> pictures, double... ages) {
        List<String> titles = new ArrayList<>(List.of("photo"));
        Arrays.stream(ages).mapToObj(AgeGroup::text).forEach(titles::add);
        List<BufferedImage> all = new ArrayList<>(List.of(original));
        all.addAll(pictures);
        return Strip.of(titles, all);
    }
}
