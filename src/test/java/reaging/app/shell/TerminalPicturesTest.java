package reaging.app.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TerminalPicturesTest {
    /** Red over blue on the left, green over white on the right. */
    private static BufferedImage fourColours() {
        var image = new BufferedImage(2, 2, BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, 0xff0000);
        image.setRGB(1, 0, 0x00ff00);
        image.setRGB(0, 1, 0x0000ff);
        image.setRGB(1, 1, 0xffffff);
        return image;
    }

    @Test
    void halfBlockHasTheUpperPixelAsItsColourAndTheLowerOneAsItsBackground() {
        var text = HalfBlocks.text(new Drawing("four", fourColours()), 2);
        assertEquals(
                "\u001b[38;2;255;0;0m\u001b[48;2;0;0;255m▀\u001b[38;2;0;255;0m\u001b[48;2;255;255;255m▀\u001b[0m\n",
                text);
    }

    @Test
    void galleryIsBrokenIntoLinesThatFitAndEveryFaceIsUnderItsTitle() {
        var face = new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB);
        var gallery = new Gallery("ages", List.of("0-2", "3-6", "7-9"), List.of(List.of(face, face, face)));
        var lines = HalfBlocks.text(gallery, 50).lines().toList();
        // Two of 25 columns and 13 half lines, then one.
        assertEquals(" 0-2" + " ".repeat(22) + "3-6" + " ".repeat(21), lines.get(0));
        assertEquals(" 7-9" + " ".repeat(21), lines.get(14));
        assertEquals(28, lines.size());
        for (String line : lines) {
            assertTrue(line.replaceAll("\u001b\\[[\\d;]*m", "").length() <= 50, line);
        }
    }

    @Test
    void sixelsOfTwoRowsAreTheFirstTwoBits() {
        var text = Sixel.text(fourColours());
        assertTrue(text.startsWith("\u001bPq\"1;1;2;2#0;2;"), text);
        assertTrue(text.endsWith("-\u001b\\\n"), text);
        var band = text.substring(text.lastIndexOf(';'));
        // '@' is the first row, 'A' the second, '?' none: each colour is once on the left or once on the right.
        assertEquals(
                List.of("?@", "?A", "@?", "A?"),
                Pattern.compile("#\\d+([?@A]+)\\$")
                        .matcher(band)
                        .results()
                        .map(match -> match.group(1))
                        .sorted()
                        .toList());
    }

    @Test
    void kittyGetsAPngInPiecesOfWhichTheLastSaysSo() {
        var image = new BufferedImage(200, 200, BufferedImage.TYPE_INT_RGB);
        var random = new java.util.Random(1);
        for (int i = 0; i < 40_000; i++) {
            image.setRGB(i % 200, i / 200, random.nextInt(0x1000000));
        }
        var pieces = KittyGraphics.text(image).split("\u001b\\\\", -1);
        assertTrue(pieces[0].startsWith("\u001b_Ga=T,f=100,q=2,m=1;iVBORw0KGgo"), pieces[0].substring(0, 40));
        assertTrue(pieces[pieces.length - 2].startsWith("\u001b_Gm=0;"));
        assertEquals(4096, pieces[1].length() - "\u001b_Gm=1;".length());
    }

    @ParameterizedTest
    @CsvSource({
        "xterm-kitty, '', '', KITTY",
        "xterm-256color, WezTerm, '', KITTY",
        "xterm-256color, '', '[?62;4;22c', SIXEL",
        "xterm-256color, '', '[?4c', SIXEL",
        "xterm-256color, '', '[?62;14;24c', BLOCKS",
        "xterm-256color, '', '', BLOCKS",
        "dumb, '', '[?4c', NONE",
        "'', '', '[?4c', NONE"
    })
    void bestProtocolOfATerminalIsTaken(String term, String program, String attributes, TerminalPictures expected) {
        assertEquals(expected, TerminalPictures.of(Map.of("TERM", term, "TERM_PROGRAM", program), () -> attributes));
    }

    @Test
    void tmuxHidesKitty() {
        var environment = Map.of("TERM", "tmux-256color", "TERM_PROGRAM", "kitty", "TMUX", "/x");
        assertEquals(TerminalPictures.BLOCKS, TerminalPictures.of(environment, () -> "[?1;2c"));
    }

    @Test
    void dumbTerminalIsAskedNothing() {
        assertEquals(
                TerminalPictures.NONE,
                TerminalPictures.of(Map.of("TERM", "dumb"), () -> fail("the question is an escape sequence")));
    }
}
