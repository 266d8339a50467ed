package reaging.app.shell;

import java.awt.image.BufferedImage;
import java.util.Map;
import java.util.function.Supplier;

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
     * @param environment tells which terminal it is; one without a type, or of type {@code dumb}, shows no pictures
     * @param attributes asks it for its device attributes, such as {@code ESC [ ? 62 ; 4 c}; a terminal that its type says
     *     enough about is not asked, since the question is an escape sequence itself
     */
    static TerminalPictures of(Map<String, String> environment, Supplier<String> attributes) {
        var type = environment.getOrDefault("TERM", "");
        if (type.isEmpty() || type.equals("dumb")) {
            return NONE;
        }
        var program = environment.getOrDefault("TERM_PROGRAM", "") + " " + type;
        boolean direct = !environment.containsKey("TMUX"); // tmux swallows kitty's protocol
        if (direct && program.matches("(?i).*(kitty|ghostty|wezterm).*")) {
            return KITTY;
        }
        // Attribute 4 says sixels.
        return attributes.get().matches("(?s).*\\[\\?(\\d+;)*4(;\\d+)*c.*") ? SIXEL : BLOCKS;
    }
}
