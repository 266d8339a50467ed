package reaging.runtime;

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerPointer;

/**
 * The environment of this process as native libraries see it, on Linux. {@link System#getenv} shows a copy that Java made when it
 * started; POSIX lets a program replace the original, C's {@code environ}.
 */
final class Environment {
    private Environment() {}

    /** Adds a variable that is not there yet; nothing happens where JavaCPP's native library is missing. */
    static void put(String name, String value) {
        try {
            // Of JavaCPP alone: TensorFlow's library must not be loaded yet.
            Loader.load(org.bytedeco.javacpp.presets.javacpp.class);
        } catch (UnsatisfiedLinkError e) {
            return;
        }
        var environ = new PointerPointer<Pointer>(Loader.addressof("environ"));
        var variable = new BytePointer(name + "=" + value);
        var longer = withOneMore(new PointerPointer<>(environ.get(0)), variable);
        // C reads them for as long as the process lives.
        variable.deallocate(false);
        longer.deallocate(false);
        environ.put(0, longer);
    }

    /** The variables and one more, with the null at the end that C looks for. */
    private static PointerPointer<Pointer> withOneMore(PointerPointer<Pointer> variables, Pointer more) {
        int count = 0;
        while (variables.get(count) != null) {
            count++;
        }
        var longer = new PointerPointer<Pointer>(count + 2L);
        for (int i = 0; i < count; i++) {
            longer.put(i, variables.get(i));
        }
        return longer.put(count, more).put(count + 1L, (Pointer) null);
    }
}
