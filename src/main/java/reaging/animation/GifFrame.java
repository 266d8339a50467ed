package reaging.animation;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOInvalidTreeException;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;

/** The metadata of a picture in a GIF file, in the form of the JDK's writer. */
final class GifFrame {
    private static final String NATIVE = "javax_imageio_gif_image_1.0";

    /** NETSCAPE2.0, block 1: repeat, 0 times for ever. */
    private static final byte[] FOR_EVER = {1, 0, 0};

    private final IIOMetadata metadata;

    GifFrame(ImageWriter writer) {
        // Of a type without a palette: the JDK's writer loses one that stands in here, and takes the picture's own
        // otherwise.
        var type = ImageTypeSpecifier.createFromBufferedImageType(BufferedImage.TYPE_INT_RGB);
        metadata = writer.getDefaultImageMetadata(type, null);
    }

    /** Sets the position of the picture. */
    GifFrame at(Rectangle place) throws IIOInvalidTreeException {
        var descriptor = new IIOMetadataNode("ImageDescriptor");
        descriptor.setAttribute("imageLeftPosition", String.valueOf(place.x));
        descriptor.setAttribute("imageTopPosition", String.valueOf(place.y));
        descriptor.setAttribute("imageWidth", String.valueOf(place.width));
        descriptor.setAttribute("imageHeight", String.valueOf(place.height));
        descriptor.setAttribute("interlaceFlag", "FALSE");
        return with(descriptor);
    }

    /**
     * Sets how long it is shown; afterwards it stays below the next one.
     *
     * @param transparent index of the colour that lets the picture below show through; negative: none
     */
    GifFrame lasting(int hundredths, int transparent) throws IIOInvalidTreeException {
        var control = new IIOMetadataNode("GraphicControlExtension");
        control.setAttribute("disposalMethod", "doNotDispose");
        control.setAttribute("userInputFlag", "FALSE");
        control.setAttribute("transparentColorFlag", transparent < 0 ? "FALSE" : "TRUE");
        control.setAttribute("transparentColorIndex", String.valueOf(Math.max(transparent, 0)));
        control.setAttribute("delayTime", String.valueOf(hundredths));
        return with(control);
    }

    /** Repeats the animation for ever. */
    GifFrame repeating() throws IIOInvalidTreeException {
        var extension = new IIOMetadataNode("ApplicationExtension");
        extension.setAttribute("applicationID", "NETSCAPE");
        extension.setAttribute("authenticationCode", "2.0");
        extension.setUserObject(FOR_EVER);
        return with(in("ApplicationExtensions", extension));
    }

    /** Adds a comment. */
    GifFrame saying(String words) throws IIOInvalidTreeException {
        var comment = new IIOMetadataNode("CommentExtension");
        comment.setAttribute("value", words);
        return with(in("CommentExtensions", comment));
    }

    private static IIOMetadataNode in(String list, IIOMetadataNode item) {
        var node = new IIOMetadataNode(list);
        node.appendChild(item);
        return node;
    }

    private GifFrame with(IIOMetadataNode node) throws IIOInvalidTreeException {
        var root = new IIOMetadataNode(NATIVE);
        root.appendChild(node);
        metadata.mergeTree(NATIVE, root);
        return this;
    }

    IIOMetadata metadata() {
        return metadata;
    }
}
