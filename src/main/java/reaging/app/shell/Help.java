package reaging.app.shell;

import java.util.List;
import java.util.stream.Collectors;

/** The commands of the shell, in the order in which they are needed. */
final class Help {
    /**
     * A command.
     *
     * @param name name of the method in {@link Shell}
     * @param use example of its use
     * @param meaning meaning in one line
     * @param more further examples and details
     */
    private record Word(String name, String use, String meaning, String more) {}

    private static final List<Word> WORDS = List.of(
            new Word("open", "var model = open()", "the model for photos; open(\"NAME\") opens another", """
                    NAME is a name in savedmodels/, a SavedModel folder or a run's folder, such as runs/00000-synthetic-tiny-64.
                    open("synthetic-tiny") is for synthetic people.
                    model.reage(face, 70)            the face at 70
                    model.reage(face, 5, 30, 70)     the original face and several ages
                    model.identity(face)             f_id, the identity
                    model.style(face, 70)            f_aw, the age modulator's output for 70 years
                    model.features(face, 70, LAYER)  what a layer computes; layers(model) has the names"""),
            new Word("person", "var me = person(3)", "a synthetic person; person(3, 70) is the same person at 70", """
                    0, 1, 2 ... are people of rising age groups, in rows of ten; trainings with usual seeds never see them.
                    person(3, 70) is drawn, not re-aged: compare it with model.reage(person(3), 70)."""),
            new Word(
                    "photo",
                    "var me = photo(\"me.jpg\")",
                    "the largest face of any photo",
                    "\"ragan networks install\" downloads networks that find nearly all faces and segment people."),
            new Word(
                    "crop",
                    "var me = crop(\"face.png\")",
                    "a photo that is already cropped to the face",
                    "A mask of the same name in a folder \"masks\" beside the photo's folder \"images\" is used."),
            new Word(
                    "show",
                    "show(model.reage(me, 70))",
                    "shows a picture, here and as a file",
                    "It shows faces, grids, features and plots, and prints the path of the file."),
            new Word(
                    "grid",
                    "show(grid(model, me))",
                    "a face at the ten age groups",
                    "Several faces make several rows. grid(me, person(4)) puts unchanged faces side by side."),
            new Word(
                    "layers",
                    "layers(model)",
                    "the layers with their shapes and parameters",
                    "Shapes omit the batch dimension."),
            new Word(
                    "heat",
                    "show(heat(model.identity(me)))",
                    "where features [H, W, C] are strong",
                    "Also shows the channels that vary most. heat(model.features(me, 70, \"decoder/block_2/conv_1\")) works for any layer."),
            new Word(
                    "trainer",
                    "var t = trainer(\"synthetic\")",
                    "a training; t.step(100) takes steps, Ctrl-C stops them",
                    """
                    trainer("DIR", "small-64") trains another preset on a folder of photos; tiny-32 is the fastest preset.
                    t.step(100)        takes a hundred more steps
                    t.losses()         a plot of the losses so far
                    t.samples()        held-out faces at ten ages
                    t.model()          opens the current model
                    t.save("DIR")      saves the current model as a SavedModel"""),
            new Word(
                    "plot",
                    "show(plot(\"mine\").line(\"y\", 1, 4, 9))",
                    "a chart; also path and points",
                    "line(name, y...) plots values against 1, 2, 3 ...; path(name, x, y) and points(name, x, y) take both; axes(x, y) labels"
                            + " the axes."),
            new Word(
                    "free",
                    "free()",
                    "lists what is open; free(model) closes it",
                    "Leaving the shell closes everything. The garbage collector does not free TensorFlow's native memory."),
            new Word(
                    "screen",
                    "screen(picture -> display(picture))",
                    "in a notebook: shows pictures below the cell",
                    "Run it once, in the first cell; without it show only writes files."),
            new Word(
                    "help",
                    "help(\"grid\")",
                    "more about a command",
                    "/help is JShell's own help; /exit leaves the shell."));

    private Help() {}

    /** Returns a line for each command. */
    static String all() {
        return WORDS.stream()
                .map(word -> String.format("%-40s %s", word.use(), word.meaning()))
                .collect(Collectors.joining("\n"));
    }

    /** Returns everything about one command. */
    static String of(String name) {
        return WORDS.stream()
                .filter(word -> word.name().equals(name))
                .findFirst()
                .map(word -> word.use() + "    " + word.meaning() + "\n" + word.more())
                .orElseGet(() -> "no command is called \"" + name + "\"; there are " + String.join(", ", names()));
    }

    /** Returns the names of all commands. */
    static List<String> names() {
        return WORDS.stream().map(Word::name).toList();
    }
}
