package reaging.app.shell;

import java.awt.image.BufferedImage;
import java.util.Map;
import java.util.function.Supplier;

/** The ways in which a terminal shows pictures. */
public enum TerminalPictures {
    /** Kitty's graphics protocol, which kitty, Ghostty and WezTerm support. */
    KITTY,
    /** Sixels, which foot, mlterm, Windows Terminal and xterm with VT340 emulation support. */
    SIXEL,
    /** Half-block characters in 24-bit colour. */
    BLOCKS,
    /** No pictures in the terminal: only files. */
    NONE;

    /** Renders a picture as text for a terminal of the given width in columns. */
    String text(Picture picture, int columns) {
        return switch (this) {
            case KITTY -> KittyGraphics.text(fitted(picture.image(), columns));
            case SIXEL -> Sixel.text(fitted(picture.image(), columns));
            case BLOCKS -> HalfBlocks.text(picture, columns);
            case NONE -> "";
        };
    }

    /** Fits a picture into the window's width, assuming the usual 8 pixels per column. */
    private static BufferedImage fitted(BufferedImage image, int columns) {
        int width = Math.min(image.getWidth(), 8 * columns);
        return width == image.getWidth()
                ? image
                : Scaled.to(image, width, Math.max(1, image.getHeight() * width / image.getWidth()));
    }

    /**
     * Finds the best way that a terminal supports.
     *
     * @param environment environment variables that identify the terminal; one without a type, or of type {@code dumb}, shows no
     *     pictures
     * @param attributes queries its device attributes, such as {@code ESC [ ? 62 ; 4 c}; not called if the type says enough,
     *     since the query is itself an escape sequence
     */
    public static TerminalPictures of(Map<String, String> environment, Supplier<String> attributes) {
        var type = environment.getOrDefault("TERM", "");
        if (type.isEmpty() || type.equals("dumb")) {
            return NONE;
        }
        var program = environment.getOrDefault("TERM_PROGRAM", "") + " " + type;
        boolean direct = !environment.containsKey("TMUX"); // tmux swallows kitty's protocol
        if (direct && program.matches("(?i).*(kitty|ghostty|wezterm).*")) {
            return KITTY;
        }
        // Attribute 4 means sixels.
        return attributes.get().matches("(?s).*\\[\\?(\\d+;)*4(;\\d+)*c.*") ? SIXEL : BLOCKS;
    }
}
