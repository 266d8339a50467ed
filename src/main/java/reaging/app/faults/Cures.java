package reaging.app.faults;

import java.util.LinkedHashMap;
import java.util.Map;

/** Translates the cures that messages name in plain words into command-line options, which only {@code app} knows. */
public final class Cures {
    /** Maps plain words to command-line words. */
    static final Map<String, String> WORDS = words();

    private Cures() {}

    private static Map<String, String> words() {
        Map<String, String> words = new LinkedHashMap<>();
        words.put("install the networks", "run \"ragan networks install\"");
        words.put("train a model first, or name one", "run \"ragan train\" first, or name one with --model");
        words.put("resume the run ", "resume with: ragan train --resume ");
        words.put("start another run", "start a new run with --fresh");
        words.put("leave the evaluations out", "leave --evaluate-every out");
        words.put("evaluations at targets", "\"ragan evaluate --targets\"");
        words.put("import the weights", "make a run from the weights with \"ragan import\"");
        words.put("look inside", "look inside with \"ragan inspect\"");
        words.put("list its layers", "list its layers with \"ragan info\"");
        words.put("give the run attention", "leave --no-attention out");
        words.put("prepare the data again", "run \"ragan data prepare\" again");
        words.put("use synthetic faces", "use --data synthetic");
        words.put("read them as ", "use --format ");
        words.put("give the size in pixels", "give the size in pixels with --size");
        words.put("give another folder", "give another folder with --out");
        words.put("use TensorFlow's library for GPUs", "start with RAGAN_MAVEN=-Pgpu");
        words.put("name another interpreter", "set RAGAN_PYTHON to one that has it");
        return words;
    }

    /** Returns a message with its cure as a user types it. */
    public static String onTheCommandLine(String message) {
        for (var cure : WORDS.entrySet()) {
            message = message.replace(cure.getKey(), cure.getValue());
        }
        return message;
    }
}
