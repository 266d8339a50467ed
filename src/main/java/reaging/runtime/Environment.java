package reaging.runtime;

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerPointer;

/**
 * The environment of this process as native libraries see it, on Linux. {@link System#getenv} shows a copy that Java made at its
 * start; POSIX lets a program replace the original, C's {@code environ}.
 */
final class Environment {
    private Environment() {}

    /** Adds a new variable; does nothing if JavaCPP's native library is missing. */
    static void put(String name, String value) {
        try {
            // Loads only JavaCPP: TensorFlow's library must not be loaded yet.
            Loader.load(org.bytedeco.javacpp.presets.javacpp.class);
        } catch (UnsatisfiedLinkError e) {
            return;
        }
        var environ = new PointerPointer<Pointer>(Loader.addressof("environ"));
        var variable = new BytePointer(name + "=" + value);
        var longer = withOneMore(new PointerPointer<>(environ.get(0)), variable);
        // Never freed, since C reads them until the process ends.
        variable.deallocate(false);
        longer.deallocate(false);
        environ.put(0, longer);
    }

    /** Returns the variables and one more, terminated by null as C requires. */
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
