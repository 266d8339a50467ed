package reaging.app.shell;

import static reaging.app.shell.Problem.clearly;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import reaging.savedmodel.Models;

/** The commands of {@code ragan shell} and of Java notebooks, for static import; {@link #help()} lists them. */
public final class Shell {
    private Shell() {}

    /** Opens the first model in {@code savedmodels/}, or else that of the newest run. */
    public static OpenModel open() {
        return clearly(() -> OpenModel.of(Models.first()));
    }

    /** Opens the model in a SavedModel folder or a run's folder, or the one of a name in {@code savedmodels/}. */
    public static OpenModel open(String folder) {
        return clearly(() -> {
            var path = Path.of(folder);
            var ofRun = path.resolve("savedmodel");
            return OpenModel.of(Files.isDirectory(ofRun) ? ofRun : Models.named(path));
        });
    }

    /** Crops the largest face from any photo. */
    public static Face photo(String file) {
        return clearly(() -> Face.find(Path.of(file)));
    }

    /** Reads a photo that is cropped to the face like the training data. */
    public static Face crop(String file) {
        return clearly(() -> Face.read(Path.of(file)));
    }

    /** Draws a synthetic person at their own age. */
    public static Face person(int number) {
        return clearly(() -> Face.person(number));
    }

    /** Draws a synthetic person at an age in years, the ground truth for re-aging. */
    public static Face person(int number, double age) {
        return clearly(() -> Face.person(number, age));
    }

    /** Shows a picture and prints the path of its file. */
    public static void show(Picture picture) {
        clearly(() -> {
            Screen.show(picture);
            return null;
        });
    }

    /** Shows faces unchanged and as re-aged by the model to the ten age groups. */
    public static Gallery grid(OpenModel model, Face... faces) {
        return clearly(() -> {
            if (faces.length == 0) {
                throw new IllegalArgumentException(
                        "a grid needs at least one face but has none; try grid(model, person(3))");
            }
            return model.ages(List.of(faces));
        });
    }

    /** Shows faces side by side. */
    public static Gallery grid(Face... faces) {
        return clearly(() -> {
            if (faces.length == 0) {
                throw new IllegalArgumentException(
                        "a grid needs at least one face but has none; try grid(person(3), person(4))");
            }
            List<BufferedImage> row = Arrays.stream(faces).map(Face::image).toList();
            return new Gallery("faces", Arrays.stream(faces).map(Face::title).toList(), List.of(row));
        });
    }

    /** Starts a training of a tiny-64 model on a folder of faces or on "synthetic". */
    public static Lesson trainer(String data) {
        return trainer(data, "tiny-64");
    }

    /** Starts a training of a preset on a folder of faces or on "synthetic". */
    public static Lesson trainer(String data, String preset) {
        return clearly(() -> Lesson.of(data, preset));
    }

    /** Lists the layers of a model. */
    public static Layers layers(OpenModel model) {
        return clearly(() -> Layers.of(model));
    }

    /** Shows the mean magnitude of features, and the channels that vary most across the image. */
    public static Gallery heat(Features features) {
        return clearly(features::heat);
    }

    /** Creates a chart to which lines and points can be added. */
    public static Plot plot(String title) {
        return new Plot(title);
    }

    /** Lists what is open. */
    public static void free() {
        var open = OpenResources.all();
        open.forEach(System.out::println);
        System.out.println(open.isEmpty() ? "nothing is open" : open.size() + " open; free(it) closes one");
    }

    /** Closes a model or a trainer. */
    public static void free(AutoCloseable opened) {
        OpenResources.close(opened);
    }

    /** Sends pictures to a notebook from now on. */
    public static void screen(Consumer<BufferedImage> display) {
        Screen.notebook(display);
    }

    /** Lists the commands. */
    public static void help() {
        System.out.println(Help.all());
    }

    /** Explains one command. */
    public static void help(String word) {
        System.out.println(Help.of(word));
    }
}
