package reaging.app;

import java.io.IOException;

/** Commands of the system that a test prepares its surroundings with. */
final class SystemCommand {
    private SystemCommand() {}

    /** Runs a command; whether it is there and did what it should. */
    static boolean succeeds(String... words) throws InterruptedException {
        try {
            return new ProcessBuilder(words)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false; // there is no such command
        }
    }
}
