package reaging.app;

import java.util.LinkedHashMap;
import java.util.Map;

/** The cures that messages name in plain words, in those of the command line, which only {@code app} knows. */
final class Cures {
    /** Plain words to the words of the command line. */
    static final Map<String, String> WORDS = words();

    private Cures() {}

    private static Map<String, String> words() {
        Map<String, String> words = new LinkedHashMap<>();
        words.put("install the networks", "run \"ragan networks install\"");
        words.put("train a model first, or name one", "run \"ragan train\" first, or name one with --model");
        words.put("go on with the run ", "go on with: ragan train --resume ");
        words.put("start another run", "start a new run with --fresh");
        words.put("leave the evaluations out", "leave --evaluate-every out");
        words.put("evaluations at targets", "\"ragan evaluate --targets\"");
        words.put("import the weights", "make a run of the weights with \"ragan import\"");
        words.put("look inside", "look inside with \"ragan inspect\"");
        words.put("list its layers", "list its layers with \"ragan info\"");
        words.put("prepare the data again", "run \"ragan data prepare\" again");
        words.put("take synthetic faces", "take --data synthetic");
        words.put("read them as ", "use --format ");
        words.put("say in pixels which", "say in pixels which with --size");
        words.put("give another folder", "give another folder with --out");
        words.put("use TensorFlow's library for GPUs", "start with RAGAN_MAVEN=-Pgpu");
        words.put("name another interpreter", "set RAGAN_PYTHON to one that has it");
        return words;
    }

    /** A message with its cure as it is typed. */
    static String onTheCommandLine(String message) {
        for (var cure : WORDS.entrySet()) {
            message = message.replace(cure.getKey(), cure.getValue());
        }
        return message;
    }
}
