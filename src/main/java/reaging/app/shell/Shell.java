package reaging.app.shell;

import static reaging.app.shell.Problem.clearly;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import reaging.savedmodel.Models;

/** The words of {@code ragan shell} and of Java notebooks, to be imported statically; {@link #help()} lists them. */
public final class Shell {
    private Shell() {}

    /** The first model of {@code savedmodels/}, or that of the newest run. */
    public static OpenModel open() {
        return clearly(() -> OpenModel.of(Models.orDefault(null)));
    }

    /** The model of a SavedModel folder, of a run's folder, or of a name in {@code savedmodels/}. */
    public static OpenModel open(String folder) {
        return clearly(() -> {
            var path = Path.of(folder);
            var ofRun = path.resolve("savedmodel");
            return OpenModel.of(Files.isDirectory(ofRun) ? ofRun : Models.orDefault(path));
        });
    }

    /** The largest face of any photo. */
    public static Face photo(String file) {
        return clearly(() -> Face.find(Path.of(file)));
    }

    /** A photo that is cropped to the face like the training data. */
    public static Face crop(String file) {
        return clearly(() -> Face.read(Path.of(file)));
    }

    /** A synthetic person at their own age. */
    public static Face person(int number) {
        return clearly(() -> Face.person(number));
    }

    /** The true drawing of a synthetic person at an age, in years. */
    public static Face person(int number, double age) {
        return clearly(() -> Face.person(number, age));
    }

    /** Shows a picture and says where its file is. */
    public static void show(Picture picture) {
        clearly(() -> {
            Screen.show(picture);
            return null;
        });
    }

    /** Faces as they are and as the model makes them at the ten age groups. */
    public static Gallery grid(OpenModel model, Face... faces) {
        return clearly(() -> {
            if (faces.length == 0) {
                throw new IllegalArgumentException("a grid needs a face but has none; try grid(model, person(3))");
            }
            return model.ages(List.of(faces));
        });
    }

    /** Faces beside each other. */
    public static Gallery grid(Face... faces) {
        return clearly(() -> {
            if (faces.length == 0) {
                throw new IllegalArgumentException("a grid needs a face but has none; try grid(person(3), person(4))");
            }
            List<BufferedImage> row = Arrays.stream(faces).map(Face::image).toList();
            return new Gallery("faces", Arrays.stream(faces).map(Face::title).toList(), List.of(row));
        });
    }

    /** A new training of a tiny-64 model. */
    public static Lesson trainer(String data) {
        return trainer(data, "tiny-64");
    }

    /** A new training of a preset. */
    public static Lesson trainer(String data, String preset) {
        return clearly(() -> Lesson.of(data, preset));
    }

    /** The layers of a model. */
    public static Layers layers(OpenModel model) {
        return clearly(() -> Layers.of(model));
    }

    /** Where features are strong, and the channels that differ most from place to place. */
    public static Gallery heat(Features features) {
        return clearly(features::heat);
    }

    /** A new chart, to which lines and points are added. */
    public static Plot plot(String title) {
        return new Plot(title);
    }

    /** What is open. */
    public static void free() {
        var open = OpenResources.all();
        open.forEach(System.out::println);
        System.out.println(open.isEmpty() ? "nothing is open" : open.size() + " open; free(it) closes one");
    }

    /** Closes a model or a trainer. */
    public static void free(AutoCloseable opened) {
        OpenResources.close(opened);
    }

    /** Sends pictures to a notebook. */
    public static void screen(Consumer<BufferedImage> display) {
        Screen.notebook(display);
    }

    /** Says what one can type. */
    public static void help() {
        System.out.println(Help.all());
    }

    /** Says more about one word. */
    public static void help(String word) {
        System.out.println(Help.of(word));
    }
}
