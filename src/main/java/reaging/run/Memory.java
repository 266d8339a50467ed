package reaging.run;

import org.bytedeco.javacpp.Pointer;

/**
 * What the process occupies.
 *
 * @param residentBytes of main memory, TensorFlow's and Java's
 * @param heapBytes of it Java's, before a garbage collection
 */
public record Memory(long residentBytes, long heapBytes) {
    public static Memory now() {
        var runtime = Runtime.getRuntime();
        return new Memory(Pointer.physicalBytes(), runtime.totalMemory() - runtime.freeMemory());
    }
}
