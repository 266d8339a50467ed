package reaging.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reaging.app.Checkout.Ended;

/** The launcher on machines of all kinds; Java and Maven are shell scripts but where something has to be computed. */
@Tag("slow")
class LauncherTest {
    /** Prints its arguments, a line for each. */
    private static final String PRINTS_ARGUMENTS = "printf '%s\\n' \"$@\"";

    /** What the program does at its end: it ends the filter's input and waits for it. */
    private static final String AWAITS_FILTER = """

            for option; do
              if [[ $option == -Dragan.filter=* ]]; then filter=/proc/${option#*=}/stat; fi
            done
            exec >/dev/null 2>&1
            until [[ ! -e $filter || $(<"$filter") == *') Z '* ]]; do :; done
            """;

    @TempDir
    private Path folder;

    @BeforeAll
    static void requireBash() {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/bash")), "not run: no /usr/bin/bash");
    }

    private Checkout checkout() throws IOException {
        return Checkout.in(folder);
    }

    private static Ended run(Checkout checkout, Path jdk, String... arguments)
            throws IOException, InterruptedException {
        return checkout.run(Map.of("JAVA_HOME", jdk.toString()), arguments);
    }

    private static void assertFails(String expected, Ended ended) {
        assertEquals(1, ended.code(), ended.err());
        assertEquals(1, ended.err().lines().count(), ended.err());
        assertTrue(ended.err().startsWith("ragan: ") && ended.err().contains(expected), ended.err());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "C", "POSIX"})
    void fileNamesMayHaveAnyCharacterInALocaleOfAsciiAlone(String locale) throws IOException, InterruptedException {
        var java = Path.of(System.getProperty("java.home"));
        var ended = checkout().run(Map.of("JAVA_HOME", java.toString(), "LC_ALL", locale), "inspect", "größe-日本.png");
        assertEquals(2, ended.code(), ended.err());
        assertTrue(ended.err().contains("größe-日本.png does not exist"), ended.err());
        assertEquals(1, ended.err().lines().count(), ended.err());
    }

    @ParameterizedTest
    @CsvSource({"17.0.15, 0, 0", "21.0.2, 0, 0", "22, 1, 0", "25.0.3, 1, 1"})
    void laterVersionsOfJavaAreToldNotToWarn(String version, int nativeAccess, int unsafe)
            throws IOException, InterruptedException {
        var checkout = checkout();
        var options = run(checkout, checkout.jdk(version, PRINTS_ARGUMENTS), "info")
                .out()
                .lines()
                .toList();
        assertEquals(nativeAccess == 1, options.contains("--enable-native-access=ALL-UNNAMED"), options.toString());
        assertEquals(unsafe == 1, options.contains("--sun-misc-unsafe-memory-access=allow"), options.toString());
        assertEquals("info", options.get(options.size() - 1));
    }

    @Test
    void aFewPhotosAreDoneWithoutJavasSecondCompiler() throws IOException, InterruptedException {
        var checkout = checkout();
        var jdk = checkout.jdk("17", PRINTS_ARGUMENTS);
        var photo = Files.createFile(folder.resolve("photo.jpg")).toString();
        var photos = Files.createDirectory(folder.resolve("photos")).toString();
        var quick = "-XX:TieredStopAtLevel=1\n";
        assertTrue(run(checkout, jdk, "reage", photo, "--age", "70", "--out", photos)
                .out()
                .contains(quick));
        assertFalse(run(checkout, jdk, "reage", photos, "--age", "70").out().contains(quick));
        assertFalse(run(checkout, jdk, "reage", photo, photo, photo, photo, photo, photo, "--age", "70")
                .out()
                .contains(quick));
        assertFalse(run(checkout, jdk, "train").out().contains(quick));
    }

    @ParameterizedTest
    @ValueSource(strings = {"11.0.2", "1.8.0_292"})
    void javaThatIsTooOldIsRefused(String version) throws IOException, InterruptedException {
        var checkout = checkout();
        assertFails("Java must be of version 17 or later but", run(checkout, checkout.jdk(version, "exit 9")));
    }

    @Test
    void javaWithoutAFileOfItsReleaseIsAskedForItsVersion() throws IOException, InterruptedException {
        var checkout = checkout();
        var jdk = checkout.jdk("17", "if [[ $1 == -version ]]; then echo 'openjdk version \"11.0.2\"' >&2; fi");
        Files.delete(jdk.resolve("release"));
        assertFails("Java must be of version 17 or later but", run(checkout, jdk));
    }

    @Test
    void javaIsThatOfJavaHomeOrOnThePathOrMissed() throws IOException, InterruptedException {
        var checkout = checkout();
        assertFails("java must be there; install a JDK 17 or later", checkout.run(Map.of()));
        assertFails("nowhere/bin/java must be there", checkout.run(Map.of("JAVA_HOME", "nowhere")));
        checkout.program(
                "java", "if [[ $1 == -version ]]; then echo 'openjdk version \"17.0.1\"' >&2; else echo path; fi");
        assertEquals("path\n", checkout.run(Map.of()).out());
        assertEquals("home\n", run(checkout, checkout.jdk("17", "echo home")).out());
    }

    @Test
    void linesOfTensorFlowsStartAreTakenOutOfAPipeAndNothingElse() throws IOException, InterruptedException {
        var checkout = checkout();
        var jdk = checkout.jdk("17", """
                exec >&2
                echo first
                echo 'WARNING: All log messages before absl::InitializeLog() is called are written to STDERR'
                echo 'I0000 00:00:1795709247.957019   18235 mlir_graph_optimization_pass.cc:401] MLIR V1 is not enabled'
                echo 'W0000 00:00:1795709247.957019   18235 gpu_device.cc:2433] TensorFlow was not built with CUDA'
                echo 'E0000 00:00:1795709247.957019   18235 cuda_dnn.cc:8310] Unable to register cuDNN factory: Attempting'
                echo 'E0000 00:00:1795709247.957019   18235 cuda_driver.cc:10] out of memory'
                printf '\\377 no UTF-8\\n'
                printf 'last without an end'
                """ + AWAITS_FILTER + "exit 7");
        var ended = run(checkout, jdk);
        assertEquals(7, ended.code());
        var lines = ended.err().lines().toList();
        assertEquals("first", lines.get(0));
        assertTrue(lines.get(1).endsWith("cuda_driver.cc:10] out of memory"), ended.err());
        assertTrue(lines.get(2).endsWith("no UTF-8"), ended.err());
        assertEquals(4, lines.size(), ended.err());
    }

    @Test
    void whoSetsTheLevelOfTheLogSeesIt() throws IOException, InterruptedException {
        var checkout = checkout();
        var line =
                "I0000 00:00:1795709247.957019   18235 mlir_graph_optimization_pass.cc:401] MLIR V1 is not enabled\n";
        var jdk = checkout.jdk("17", "printf '" + line.strip() + "\\n' >&2");
        var ended = checkout.run(Map.of("JAVA_HOME", jdk.toString(), "TF_CPP_MIN_LOG_LEVEL", "0"));
        assertEquals(line, ended.err());
    }

    @ParameterizedTest
    @ValueSource(strings = {"with spaces", "all * [of] it?", "100 % größe", "a\nline", "quote'\"$HOME`"})
    void checkoutMayLieInAFolderOfAnyName(String name) throws IOException, InterruptedException {
        var checkout = Checkout.in(Files.createDirectories(folder.resolve(name)));
        var options =
                run(checkout, checkout.jdk("17", PRINTS_ARGUMENTS), "info").out();
        assertTrue(options.contains("-Dragan.home=" + checkout.folder() + "\n"), options);
        assertTrue(options.contains("-cp\n" + checkout.folder() + "/target/classes:"), options);
    }

    @Test
    void colonInTheFoldersNameIsRefused() throws IOException, InterruptedException {
        var checkout = Checkout.in(Files.createDirectories(folder.resolve("a:b")), folder.resolve("programs"));
        assertFails("must not hold ':'", run(checkout, checkout.jdk("17", "")));
    }

    @Test
    void linkToTheLauncherWorksFromElsewhere() throws IOException, InterruptedException {
        var checkout = checkout();
        var link = Files.createDirectories(folder.resolve("elsewhere")).resolve("ragan");
        Files.createSymbolicLink(link, checkout.folder().resolve("ragan"));
        var jdk = checkout.jdk("17", PRINTS_ARGUMENTS);
        var ended =
                new Checkout(link.getParent(), checkout.programs()).run(Map.of("JAVA_HOME", jdk.toString()), "info");
        assertTrue(ended.out().contains("-Dragan.home=" + checkout.folder() + "\n"), ended.out());
    }

    @Test
    void buildIsMadeWhereASourceIsNewerOrALibraryIsMissing() throws IOException, InterruptedException {
        var checkout = checkout();
        checkout.program("mvn", "echo built >>mvn.log");
        var jdk = checkout.jdk("17", "echo started");
        assertEquals("", run(checkout, jdk).err());
        var source = Files.writeString(checkout.folder().resolve("src/main/New.java"), "");
        Files.setLastModifiedTime(source, FileTime.fromMillis(System.currentTimeMillis() + 1000));
        assertEquals(
                "ragan: building\n",
                run(checkout, jdk).err().lines().findFirst().orElse("") + "\n");
        Files.delete(source);

        var classPath = checkout.folder().resolve("target/classpath.txt");
        var before = Files.readString(classPath);
        Files.writeString(classPath, before + ":" + folder.resolve("gone.jar"));
        assertTrue(run(checkout, jdk).err().contains("a library of"), "Maven did not bring it back");
        checkout.program("mvn", "echo >" + folder.resolve("gone.jar"));
        assertEquals("started\n", run(checkout, jdk).out());
    }

    @Test
    void mavenIsOnlyNeededToBuildAndItsFailureIsSaid() throws IOException, InterruptedException {
        var checkout = checkout();
        var jdk = checkout.jdk("17", "echo started");
        assertEquals("started\n", run(checkout, jdk).out());
        Files.delete(checkout.folder().resolve("target/ragan-built"));
        assertFails("no mvn is on the path", run(checkout, jdk));
        checkout.program("mvn", "echo broken; exit 3");
        var ended = run(checkout, jdk);
        assertEquals(1, ended.code());
        assertTrue(ended.err().contains("broken\nragan: the program could not be built"), ended.err());
    }

    @Test
    void startsAtOneMomentBuildOnce() throws IOException, InterruptedException {
        assumeTrue(Files.exists(Path.of("/usr/bin/flock")), "not run: no flock");
        var checkout = checkout();
        checkout.program("mvn", "echo built >>mvn.log; sleep 0.5");
        var jdk = checkout.jdk("17", "echo started");
        Files.delete(checkout.folder().resolve("target/ragan-built"));
        var environment = Map.of("JAVA_HOME", jdk.toString(), "HOME", System.getProperty("user.home"));
        var first = checkout.start(environment, folder.resolve("1.out"), folder.resolve("1.err"));
        var second = checkout.start(environment, folder.resolve("2.out"), folder.resolve("2.err"));
        for (var process : List.of(first, second)) {
            assertTrue(process.waitFor(1, TimeUnit.MINUTES));
            assertEquals(0, process.exitValue());
        }
        assertEquals("built\n", Files.readString(checkout.folder().resolve("mvn.log")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"given", ""})
    void userWithoutAHomeGetsACacheFolder(String cache, @TempDir Path temporary)
            throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/setpriv")), "not run: no setpriv");
        assumeTrue(System.getProperty("user.name").equals("root"), "not run: only root can become somebody else");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("rwxrwxrwx"));
        var checkout = checkout();
        Files.writeString(checkout.folder().resolve("target/classpath.txt"), "");
        var jdk = checkout.jdk("17", PRINTS_ARGUMENTS);
        var nobody = "54321"; // has no entry in the list of users
        var become = List.of("/usr/bin/setpriv", "--reuid=" + nobody, "--regid=" + nobody, "--clear-groups");
        var ended = checkout.run(
                become,
                Map.of(
                        "JAVA_HOME",
                        jdk.toString(),
                        "HOME",
                        "/",
                        "TMPDIR",
                        temporary.toString(),
                        "XDG_CACHE_HOME",
                        cache.isEmpty() ? "" : temporary.resolve(cache).toString()));
        var home = cache.isEmpty() ? temporary.resolve("ragan-" + nobody) : temporary.resolve("given/ragan");
        assertTrue(ended.out().contains("-Duser.home=" + home + "\n"), ended.out() + ended.err());
        assertTrue(Files.isDirectory(home));
    }

    @Test
    void userWithAHomeKeepsIt() throws IOException, InterruptedException {
        var checkout = checkout();
        assertFalse(run(checkout, checkout.jdk("17", PRINTS_ARGUMENTS)).out().contains("-Duser.home"));
    }
}
