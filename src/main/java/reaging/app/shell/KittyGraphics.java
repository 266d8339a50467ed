package reaging.app.shell;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import javax.imageio.ImageIO;

/** Encodes pictures in kitty's terminal graphics protocol: PNG in Base64, in pieces of at most 4096 characters. */
final class KittyGraphics {
    private static final int PIECE = 4096;

    private KittyGraphics() {}

    static String text(BufferedImage image) {
        var data = Base64.getEncoder().encodeToString(png(image));
        var text = new StringBuilder();
        for (int from = 0; from < data.length(); from += PIECE) {
            int to = Math.min(data.length(), from + PIECE);
            // a=T: show it, f=100: it is PNG, q=2: no answer, m=1: more follows.
            var keys = (from == 0 ? "a=T,f=100,q=2," : "") + "m=" + (to < data.length() ? 1 : 0);
            text.append("\u001b_G")
                    .append(keys)
                    .append(';')
                    .append(data, from, to)
                    .append("\u001b\\");
        }
        return text.append('\n').toString();
    }

    private static byte[] png(BufferedImage image) {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory cannot fail", e);
        }
        return bytes.toByteArray();
    }
}
