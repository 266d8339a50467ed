package reaging.app.shell;

import java.awt.image.BufferedImage;
import java.util.Map;

/** How a terminal shows pictures. */
enum TerminalPictures {
    /** Its own graphics protocol, as kitty, Ghostty and WezTerm have. */
    KITTY,
    /** Sixels, as foot, mlterm, Windows Terminal and xterm with VT340 emulation have. */
    SIXEL,
    /** Half-block characters in 24-bit colour. */
    BLOCKS,
    /** Not at all: files only. */
    NONE;

    /** The picture as text for a terminal that is so many columns wide. */
    String text(Picture picture, int columns) {
        return switch (this) {
            case KITTY -> KittyGraphics.text(fitted(picture.image(), columns));
            case SIXEL -> Sixel.text(fitted(picture.image(), columns));
            case BLOCKS -> HalfBlocks.text(picture, columns);
            case NONE -> "";
        };
    }

    /** No wider than the window, if a column is the usual 8 pixels. */
    private static BufferedImage fitted(BufferedImage image, int columns) {
        int width = Math.min(image.getWidth(), 8 * columns);
        return width == image.getWidth()
                ? image
                : Scaled.to(image, width, Math.max(1, image.getHeight() * width / image.getWidth()));
    }

    /**
     * The best that a terminal can do.
     *
     * @param environment tells which terminal it is
     * @param attributes what it answered when asked for its device attributes, such as {@code ESC [ ? 62 ; 4 c}
     */
    static TerminalPictures of(Map<String, String> environment, String attributes) {
        var program = environment.getOrDefault("TERM_PROGRAM", "") + " " + environment.getOrDefault("TERM", "");
        boolean direct = !environment.containsKey("TMUX"); // tmux swallows kitty's protocol
        if (direct && program.matches("(?i).*(kitty|ghostty|wezterm).*")) {
            return KITTY;
        }
        // Attribute 4 says sixels.
        return attributes.matches("(?s).*\\[\\?(\\d+;)*4(;\\d+)*c.*") ? SIXEL : BLOCKS;
    }
}
