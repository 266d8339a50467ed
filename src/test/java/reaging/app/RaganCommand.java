package reaging.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command line that starts the program in a Java of its own, with the class path of the tests. */
public final class RaganCommand {
    private RaganCommand() {}

    /** Java and its options, up to the class to start: what follows are the program's arguments. */
    public static List<String> of(String... moreOptions) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                // It ends before Java's second compiler has paid for itself.
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Dorg.bytedeco.javacpp.maxPhysicalBytes=0",
                "-Djava.awt.headless=true"));
        command.addAll(List.of(moreOptions));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Ragan.class.getName()));
        return command;
    }
}
