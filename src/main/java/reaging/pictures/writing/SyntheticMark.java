package reaging.pictures.writing;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/**
 * The mark by which a file says that a network made what it shows: words for people, and an XMP packet for programs with the
 * IPTC's digital source type for pictures edited by a trained model.
 *
 * @param words a sentence that says what was done; markup and non-ASCII characters become question marks
 */
public record SyntheticMark(String words) {
    /** The IPTC's code for the source type (newscodes, digitalsourcetype). */
    public static final String SOURCE_TYPE =
            "http://cv.iptc.org/newscodes/digitalsourcetype/compositeWithTrainedAlgorithmicMedia";

    /**
     * Returns the mark for faces made by a model.
     *
     * @param what description of the faces, such as "at 70 years"
     * @param model name of the model
     */
    public static SyntheticMark ofFaces(String what, String model) {
        return new SyntheticMark(
                "Synthetic: faces made by a network, " + what + " (Re-Aging GAN, model " + model + ").");
    }

    public SyntheticMark {
        words = words.replaceAll("[^\\p{Print}]|[<>&]", "?");
    }

    /** Encodes a picture as a PNG file with this mark. */
    public byte[] png(BufferedImage picture) {
        try {
            return PngWriter.encode(picture, Optional.empty(), new byte[0], this);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory cannot fail", e);
        }
    }

    /** Encodes a picture as a JPEG file with this mark. */
    public byte[] jpeg(BufferedImage picture) {
        try {
            return JpegWriter.encode(picture, Optional.empty(), new byte[0], this);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory cannot fail", e);
        }
    }

    /** Returns the XMP packet. */
    String xmp() {
        return """
                <?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
                <x:xmpmeta xmlns:x="adobe:ns:meta/">
                 <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
                  <rdf:Description rdf:about=""
                    xmlns:dc="http://purl.org/dc/elements/1.1/"
                    xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/"
                    Iptc4xmpExt:DigitalSourceType="%s">
                   <dc:description><rdf:Alt><rdf:li xml:lang="x-default">%s</rdf:li></rdf:Alt></dc:description>
                  </rdf:Description>
                 </rdf:RDF>
                </x:xmpmeta>
                <?xpacket end="r"?>
                """.formatted(SOURCE_TYPE, words);
    }
}
