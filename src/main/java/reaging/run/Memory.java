package reaging.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import org.bytedeco.javacpp.Pointer;

/**
 * The memory that the process occupies.
 *
 * @param residentBytes resident memory of TensorFlow and Java together
 * @param heapBytes the part of it in Java's heap, before a garbage collection
 */
public record Memory(long residentBytes, long heapBytes) {
    private static final int KIBIBYTE = 1024;

    public static Memory now() {
        var runtime = Runtime.getRuntime();
        return new Memory(Pointer.physicalBytes(), runtime.totalMemory() - runtime.freeMemory());
    }

    /** Returns the peak resident memory of a process in bytes; empty except on Linux. */
    public static OptionalLong peakBytes(ProcessHandle process) {
        var status = Path.of("/proc", Long.toString(process.pid()), "status");
        if (!Files.isReadable(status)) {
            return OptionalLong.empty();
        }
        try (var lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * KIBIBYTE)
                    .findFirst();
        } catch (IOException | UncheckedIOException e) {
            return OptionalLong.empty(); // the process has just ended
        }
    }
}
