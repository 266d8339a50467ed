package reaging.app.faults;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NativeLibraryTest {
    private static final byte[] WHOLE = new byte[1000];

    @TempDir
    private Path folder;

    private Path jar;
    private Path whole;
    private Path cut;

    @BeforeEach
    void unpack() throws IOException {
        jar = folder.resolve("library.jar");
        try (var zip = new ZipOutputStream(Files.newOutputStream(jar))) {
            for (var name : new String[] {"os/whole.so", "os/cut.so", "os/not-yet.so"}) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(WHOLE);
            }
        }
        var unpacked = Files.createDirectories(folder.resolve("cache/library.jar/os"));
        whole = Files.write(unpacked.resolve("whole.so"), WHOLE);
        cut = Files.write(unpacked.resolve("cut.so"), new byte[10]);
    }

    private void discard() {
        NativeLibrary.discardCut(jar, folder.resolve("cache"));
    }

    @Test
    void whatAnInterruptedUnpackingLeftIsRemoved() {
        discard();
        assertTrue(Files.exists(whole));
        assertFalse(Files.exists(cut));
    }

    @Test
    void whatAnotherProcessIsUnpackingStays() throws IOException {
        var lock = folder.resolve("cache/.lock");
        try (var channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var held = channel.lock()) {
            assertTrue(held.isValid());
            discard();
            assertTrue(Files.exists(cut));
        }
    }

    @Test
    void damagedJarIsLeftToWhoeverNeedsIt() throws IOException {
        Files.write(jar, new byte[10]);
        discard();
        assertTrue(Files.exists(cut));
    }
}
