package reaging.app.shell;

import java.awt.GraphicsEnvironment;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import reaging.app.terminal.ControllingTerminal;
import reaging.pictures.Pictures;

/** Shows pictures: always in a file, and in the terminal, a window or a notebook if available. */
final class Screen {
    /** How the terminal shows pictures, as determined by the command that started the shell. */
    private static final TerminalPictures TERMINAL = TerminalPictures.valueOf(
            System.getProperty("ragan.pictures", "none").toUpperCase(Locale.ROOT));

    private static final Path FOLDER = Path.of(System.getProperty("ragan.shell.out", "runs/shell"));

    private static @Nullable Consumer<BufferedImage> notebook; // null: not in a notebook
    private static int number;

    private Screen() {}

    /** Sends pictures to a notebook from now on. */
    static void notebook(Consumer<BufferedImage> display) {
        notebook = display;
    }

    static void show(Picture picture) {
        var image = picture.image();
        var file = nextFile(picture.title());
        Pictures.write(image, file);
        if (notebook != null) {
            notebook.accept(image);
        } else if (TERMINAL != TerminalPictures.NONE) {
            System.out.print(TERMINAL.text(picture, ControllingTerminal.columns()));
            if (!GraphicsEnvironment.isHeadless()) {
                PictureWindow.show(picture.title(), image);
            }
        }
        System.out.println(file);
    }

    private static Path nextFile(String title) {
        var name = title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        Path file;
        do {
            number++;
            file = FOLDER.resolve(String.format(Locale.ROOT, "%03d-%s.png", number, name));
        } while (taken());
        return file;
    }

    /** Whether an earlier shell used this number. */
    private static boolean taken() {
        var prefix = String.format(Locale.ROOT, "%03d-", number);
        var names = FOLDER.toFile().list((folder, name) -> name.startsWith(prefix));
        return Files.isDirectory(FOLDER) && names != null && names.length > 0;
    }
}
