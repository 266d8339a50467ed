package reaging.app.shell;

import java.awt.EventQueue;
import java.awt.image.BufferedImage;
import javax.swing.ImageIcon;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.WindowConstants;
import org.jspecify.annotations.Nullable;

/** A window for the latest picture. */
final class PictureWindow {
    private static @Nullable JFrame frame; // null: nothing was shown yet; belongs to the event thread

    private PictureWindow() {}

    static void show(String title, BufferedImage image) {
        EventQueue.invokeLater(() -> {
            if (frame == null) {
                frame = new JFrame();
                frame.setDefaultCloseOperation(WindowConstants.HIDE_ON_CLOSE);
                // The terminal keeps the keyboard focus.
                frame.setAutoRequestFocus(false);
            }
            frame.setTitle(title);
            frame.setContentPane(new JLabel(new ImageIcon(image)));
            frame.pack();
            frame.setVisible(true);
        });
    }
}
