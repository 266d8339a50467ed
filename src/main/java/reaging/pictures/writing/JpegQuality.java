package reaging.pictures.writing;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.IIOException;
import javax.imageio.metadata.IIOInvalidTreeException;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.plugins.jpeg.JPEGQTable;
import org.w3c.dom.Element;

/**
 * The quality with which a JPEG file stores a picture.
 *
 * @param tables quantisation tables by number, 64 steps each, row by row
 * @param components components of the picture, each with its table and its samples across and down
 */
record JpegQuality(int[][] tables, List<Component> components) {
    private static final String NATIVE = "javax_imageio_jpeg_image_1.0";

    /** Maps the zigzag order of a table's steps in the file to row order (T.81, figure A.6). */
    private static final int[] ZIGZAG = {
        0, 1, 8, 16, 9, 2, 3, 10, 17, 24, 32, 25, 18, 11, 4, 5, 12, 19, 26, 33, 40, 48, 41, 34, 27, 20, 13, 6, 7, 14,
        21, 28, 35, 42, 49, 56, 57, 50, 43, 36, 29, 22, 15, 23, 30, 37, 44, 51, 58, 59, 52, 45, 38, 31, 39, 46, 53, 60,
        61, 54, 47, 55, 62, 63
    };

    /** A colour component. */
    record Component(int across, int down, int table) {}

    /** Returns the quality of a file. */
    static JpegQuality of(JpegSegments file) {
        var tables = new int[4][];
        for (var segment : file.all()) {
            if (segment.marker() == JpegSegments.TABLES) {
                read(ByteBuffer.wrap(segment.content()), tables);
            }
        }
        List<Component> components = new ArrayList<>();
        file.frame().ifPresent(frame -> {
            byte[] content = frame.content();
            for (int at = 6; at + 2 < content.length; at += 3) {
                components.add(new Component(content[at + 1] >> 4 & 15, content[at + 1] & 15, content[at + 2] & 3));
            }
        });
        return new JpegQuality(tables, components);
    }

    private static void read(ByteBuffer content, int[][] tables) {
        while (content.hasRemaining()) {
            int kind = content.get();
            var table = new int[64];
            for (int place : ZIGZAG) {
                table[place] = kind >> 4 == 0 ? Byte.toUnsignedInt(content.get()) : content.getShort();
            }
            tables[kind & 3] = table;
        }
    }

    /** Whether a baseline encoder can store a picture with a number of components this way. */
    boolean fits(int count) {
        return components.size() == count
                && components.stream()
                        .allMatch(component -> tables[component.table()] != null && component.table() < count);
    }

    /** Configures an encoder to store a picture with this quality. */
    void applyTo(IIOMetadata metadata) throws IIOException {
        var root = (IIOMetadataNode) metadata.getAsTree(NATIVE);
        var sequence = (Element) root.getElementsByTagName("markerSequence").item(0);
        setTables(sequence);
        var specifications = sequence.getElementsByTagName("componentSpec");
        for (int i = 0; i < specifications.getLength(); i++) {
            var component = components.get(i);
            var specification = (Element) specifications.item(i);
            specification.setAttribute("HsamplingFactor", String.valueOf(component.across()));
            specification.setAttribute("VsamplingFactor", String.valueOf(component.down()));
            specification.setAttribute("QtableSelector", String.valueOf(component.table()));
        }
        try {
            metadata.setFromTree(NATIVE, root);
        } catch (IIOInvalidTreeException e) {
            throw new IIOException("the encoder does not accept the quality of the original", e);
        }
    }

    private void setTables(Element sequence) {
        var old = sequence.getElementsByTagName("dqt");
        var place = (IIOMetadataNode) old.item(0);
        while (place.getFirstChild() != null) {
            place.removeChild(place.getFirstChild());
        }
        for (int i = 0; i < tables.length; i++) {
            int number = i;
            if (components.stream().anyMatch(component -> component.table() == number)) {
                var node = new IIOMetadataNode("dqtable");
                node.setAttribute("elementPrecision", "0");
                node.setAttribute("qtableId", String.valueOf(i));
                node.setUserObject(new JPEGQTable(tables[i]));
                place.appendChild(node);
            }
        }
    }
}
