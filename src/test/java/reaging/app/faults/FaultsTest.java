package reaging.app.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;

/** What is said of an {@link Error}: one line with the cause and the cure. */
class FaultsTest {
    private static String line(Throwable thrown) {
        var line = Message.of(thrown);
        assertEquals(1, line.lines().count(), line);
        return line;
    }

    @Test
    void fullHeapNamesItsSizeAndHowToGiveMore() {
        var line = line(new OutOfMemoryError("Java heap space"));
        assertTrue(line.contains("MiB is full (Java heap space)"), line);
        assertTrue(line.contains("RAGAN_JVM=-Xmx"), line);
    }

    @Test
    void errorBehindOtherExceptionsIsFound() {
        var thrown = new IllegalStateException(new ExecutionException(new OutOfMemoryError("Java heap space")));
        assertTrue(line(thrown).contains("RAGAN_JVM=-Xmx"));
    }

    @Test
    void threadsThatCannotBeStartedAreNotAMatterOfTheHeap() {
        var line = line(new OutOfMemoryError("unable to create native thread: possibly out of memory"));
        assertTrue(line.contains("ulimit -u"), line);
    }

    @Test
    void libraryThatCannotBeLoadedNamesItsFolderAndHowToGiveAnother() {
        var first = new UnsatisfiedLinkError("no jnitensorflow in java.library.path");
        first.initCause(new UnsatisfiedLinkError("libjnitensorflow.so: failed to map segment from shared object"));
        var line = line(first);
        assertTrue(line.contains("failed to map segment"), line);
        assertTrue(line.contains("-Dorg.bytedeco.javacpp.cachedir=DIR"), line);
    }

    @Test
    void classThatFailedBeforeSaysWhyItDid() {
        var again = new NoClassDefFoundError("Could not initialize class org.tensorflow.TensorFlow");
        again.initCause(new ExceptionInInitializerError("Exception java.lang.UnsatisfiedLinkError: no jnitensorflow"));
        assertTrue(line(again).contains("a native library cannot be loaded"));
    }

    @Test
    void javaWithoutItsToolsIsNamed() {
        var line = line(new NoClassDefFoundError("jdk/jshell/JShell"));
        assertTrue(line.contains("a full JDK is needed but " + System.getProperty("java.home")), line);
    }

    @Test
    void missingLibraryOfJavaIsAMatterOfTheBuild() {
        assertTrue(line(new NoClassDefFoundError("com/google/gson/Gson")).contains("remove the folder target"));
    }

    @Test
    void fullStackAndWhatIsUnknownAreOneLineToo() {
        assertTrue(line(new StackOverflowError()).contains("-Xss"));
        assertTrue(line(new AssertionError("two\nlines")).contains("AssertionError: two lines"));
    }
}
