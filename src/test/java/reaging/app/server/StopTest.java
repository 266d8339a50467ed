package reaging.app.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reaging.app.RaganCommand;

/** The service in a process of its own, which is told to stop. */
@Tag("slow")
class StopTest {
    @TempDir
    private Path folder;

    @Test
    void aRequestThatIsBeingWorkedOnIsAnsweredBeforeItStops() throws IOException, InterruptedException {
        assumeTrue(!File.separator.equals("\\"), "not run: Windows has no SIGTERM");
        var output = folder.resolve("output.txt");
        var command = RaganCommand.of();
        command.addAll(List.of("serve", "--port=0", "--model=synthetic-tiny", "--networks=" + folder.resolve("none")));
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            int port = Integer.parseInt(awaitText(process, output, "http://localhost:(\\d+)/"));
            byte[] photo = RunningService.scene();
            try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                var head = "POST /api/faces HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + photo.length
                        + "\r\nConnection: close\r\n\r\n";
                socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
                socket.getOutputStream().write(photo, 0, photo.length - 1);
                awaitAdmitted(port);
                process.destroy();
                awaitText(process, output, "(stopping once)");
                socket.getOutputStream().write(photo, photo.length - 1, 1);
                var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                assertTrue(answer.startsWith("HTTP/1.1 200 ") && answer.contains("\"faces\""), answer);
            }
            assertEquals(143, process.waitFor());
        } finally {
            process.destroyForcibly();
        }
    }

    /** Waits until the request has its place. */
    private static void awaitAdmitted(int port) throws IOException {
        var question = "GET /metrics HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
        for (var text = ""; !text.contains("ragan_requests_admitted 1.0"); ) {
            try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                socket.getOutputStream().write(question.getBytes(StandardCharsets.US_ASCII));
                text = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            }
        }
    }

    /** Waits until the process prints something, and gives the part in parentheses. */
    private static String awaitText(Process process, Path output, String text)
            throws IOException, InterruptedException {
        while (true) {
            var found = Pattern.compile(text).matcher(Files.readString(output));
            if (found.find()) {
                return found.group(1);
            }
            assertTrue(process.isAlive(), Files.readString(output));
            TimeUnit.MILLISECONDS.sleep(1);
        }
    }
}
