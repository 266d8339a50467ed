package reaging.app.shell;

import java.util.List;
import java.util.stream.Collectors;

/** What one can type, in the order in which one needs it. */
final class Help {
    /**
     * A word.
     *
     * @param name of the method in {@link Shell}
     * @param use how it is typed
     * @param meaning in one line
     * @param more examples and what else there is to know
     */
    private record Word(String name, String use, String meaning, String more) {}

    private static final List<Word> WORDS = List.of(
            new Word("open", "var model = open()", "the model for photos; open(\"NAME\") another", """
                    NAME is one of savedmodels, a SavedModel folder or that of a run, such as runs/00000-synthetic-tiny-64.
                    open("synthetic-tiny") is for synthetic people.
                    model.reage(face, 70)            the face at 70
                    model.reage(face, 5, 30, 70)     the face as it is and at several ages
                    model.identity(face)             f_id, who it is
                    model.style(face, 70)            f_aw, what the age modulator makes of it for 70 years
                    model.features(face, 70, LAYER)  what a layer computes; layers(model) has the names"""),
            new Word("person", "var me = person(3)", "a synthetic person; person(3, 70) is the same one at 70", """
                    0, 1, 2 ... are people of rising age groups, ten in a row; trainings with usual seeds never see them.
                    person(3, 70) is drawn, not re-aged: compare it with model.reage(person(3), 70)."""),
            new Word(
                    "photo",
                    "var me = photo(\"me.jpg\")",
                    "the largest face of any photo",
                    "\"ragan networks install\" gets the networks that find nearly all faces and cut people out."),
            new Word(
                    "crop",
                    "var me = crop(\"face.png\")",
                    "a photo that is cropped to the face already",
                    "A mask of the same name in a folder \"masks\" beside the photo's folder \"images\" is used."),
            new Word(
                    "show",
                    "show(model.reage(me, 70))",
                    "a picture, here and in a file",
                    "Faces, grids, features and plots can be shown; the path of the file is printed."),
            new Word(
                    "grid",
                    "show(grid(model, me))",
                    "a face at the ten age groups",
                    "Several faces make several rows. grid(me, person(4)) puts faces beside each other as they are."),
            new Word(
                    "layers",
                    "layers(model)",
                    "the layers with their shapes and parameters",
                    "Without the batch dimension."),
            new Word(
                    "heat",
                    "show(heat(model.identity(me)))",
                    "where features [H, W, C] are strong",
                    "Then the channels that differ most. heat(model.features(me, 70, \"decoder/block_2/conv_1\")) looks into any layer."),
            new Word(
                    "trainer",
                    "var t = trainer(\"synthetic\")",
                    "a training; t.step(100) takes steps, Ctrl-C ends them",
                    """
                    trainer("DIR", "small-64") trains on a folder of photos, and another preset; tiny-32 is the quickest.
                    t.step(100)        a hundred steps more
                    t.losses()         a plot of the losses so far
                    t.samples()        faces that it is not trained on, at ten ages
                    t.model()          the model as it is now, opened
                    t.save("DIR")      the model as it is now as a SavedModel"""),
            new Word(
                    "plot",
                    "show(plot(\"mine\").line(\"y\", 1, 4, 9))",
                    "a chart; also path and points",
                    "line(name, y...) numbers its values; path(name, x, y) and points(name, x, y) do not; axes(x, y) names the axes."),
            new Word(
                    "free",
                    "free()",
                    "what is open; free(model) closes one",
                    "The end of the shell closes all. TensorFlow's memory is not Java's: the garbage collector does not know of it."),
            new Word(
                    "screen",
                    "screen(picture -> display(picture))",
                    "in a notebook: pictures below the cell",
                    "To be run once, in the first cell; without it show only writes files."),
            new Word(
                    "help",
                    "help(\"grid\")",
                    "more about a word",
                    "/help is JShell's own help, /exit ends the shell."));

    private Help() {}

    /** A line for each word. */
    static String all() {
        return WORDS.stream()
                .map(word -> String.format("%-40s %s", word.use(), word.meaning()))
                .collect(Collectors.joining("\n"));
    }

    /** All about one word. */
    static String of(String name) {
        return WORDS.stream()
                .filter(word -> word.name().equals(name))
                .findFirst()
                .map(word -> word.use() + "    " + word.meaning() + "\n" + word.more())
                .orElseGet(() -> "no word is called \"" + name + "\"; there are " + String.join(", ", names()));
    }

    /** The words. */
    static List<String> names() {
        return WORDS.stream().map(Word::name).toList();
    }
}
