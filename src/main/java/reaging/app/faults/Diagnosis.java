package reaging.app.faults;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tensorflow.TensorFlow;
import reaging.app.options.PythonInterpreter;
import reaging.networks.EvaluatorPackages;
import reaging.runtime.ConvolutionCheck;
import reaging.runtime.CudaLibraries;
import reaging.runtime.OneDnn;

/** Checks whether a machine has what the program needs. */
final class Diagnosis {
    private static final int OLDEST_JAVA = 17;
    private static final double GIB = 1 << 30;
    private static final double LEAST_MEMORY = 3; // GiB; a run of tiny-64 takes 1.5
    private static final double LEAST_DISK = 1; // GiB, what TensorFlow's library is unpacked into
    private static final int PYTHON_SECONDS = 30;
    private static final List<String> CPU_FEATURES = List.of("avx2", "fma", "avx512f", "avx512_vnni", "amx_tile");

    /** Prints the versions of Python, TensorFlow and Keras; fails unless both of the latter are installed. */
    private static final String VERSIONS = """
            import sys, importlib.metadata as m
            found = {d.metadata["Name"].lower().replace("_", "-"): d.version for d in m.distributions()}
            wanted = [n + " " + v for n, v in sorted(found.items()) if n in ("tensorflow", "tensorflow-cpu", "keras")]
            print("Python", sys.version.split()[0] + ",", ", ".join(wanted))
            sys.exit(0 if len(wanted) > 1 else 1)
            """;

    private Diagnosis() {}

    static List<Finding> ofThisMachine() {
        List<Finding> findings = new ArrayList<>();
        findings.add(java());
        findings.add(cpu());
        findings.add(memory());
        findings.addAll(tensorFlow());
        findings.add(driver());
        findings.addAll(cuda());
        findings.add(python());
        findings.add(networks());
        findings.add(disk("disk, this folder", Path.of("")));
        findings.add(disk("disk, home", Path.of(System.getProperty("user.home"))));
        return findings;
    }

    private static Finding java() {
        var text = System.getProperty("java.vm.name") + " " + Runtime.version() + ", " + System.getProperty("os.name")
                + " " + System.getProperty("os.arch");
        return Runtime.version().feature() >= OLDEST_JAVA
                ? Finding.ok("Java", text)
                : Finding.broken("Java", text + "; install a JDK " + OLDEST_JAVA + " or later");
    }

    private static Finding cpu() {
        int cores = Runtime.getRuntime().availableProcessors();
        var info = read(Path.of("/proc/cpuinfo"));
        var model = info.lines()
                .filter(line -> line.startsWith("model name"))
                .map(line -> line.replaceFirst("^[^:]*:\\s*", ""))
                .findFirst()
                .orElse("CPU");
        var flags = List.of(info.lines()
                .filter(line -> line.startsWith("flags"))
                .findFirst()
                .orElse("")
                .split("\\s+"));
        var features = CPU_FEATURES.stream().filter(flags::contains).collect(Collectors.joining(" "));
        return Finding.ok(
                "CPU",
                model + ", " + cores + (cores == 1 ? " core" : " cores") + (features.isEmpty() ? "" : ", " + features));
    }

    private static Finding memory() {
        var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        double total = system.getTotalMemorySize() / GIB;
        double heap = Runtime.getRuntime().maxMemory() / GIB;
        var text = String.format(Locale.ROOT, "%.1f GiB, at most %.1f GiB of it for Java's heap", total, heap);
        return total >= LEAST_MEMORY
                ? Finding.ok("memory", text)
                : Finding.broken("memory", text + "; training needs at least " + LEAST_MEMORY + " GiB");
    }

    private static List<Finding> tensorFlow() {
        try {
            OneDnn.choose();
            List<Finding> findings = new ArrayList<>();
            findings.add(Finding.ok("TensorFlow", TensorFlow.version() + ", native library loaded"));
            for (var check : ConvolutionCheck.all()) {
                var text = String.format(
                        Locale.ROOT,
                        "one convolution in %.2f ms, deviates by %.1g from Java's",
                        1000 * check.seconds(),
                        check.error());
                findings.add(
                        check.right()
                                ? Finding.ok(check.device(), text)
                                : Finding.broken(check.device(), text + "; leave this device out"));
            }
            if (findings.size() == 2) {
                findings.add(Finding.missing("gpu:0", "TensorFlow finds no GPU; see \"GPU\" in docs/training.md"));
            }
            return findings;
        } catch (LinkageError e) {
            return List.of(Finding.broken("TensorFlow", Faults.line(e)));
        }
    }

    private static Finding driver() {
        var version = read(Path.of("/proc/driver/nvidia/version"));
        return version.isEmpty()
                ? Finding.missing("NVIDIA driver", "none; only a GPU needs it")
                : Finding.ok("NVIDIA driver", version.lines().findFirst().orElse(""));
    }

    /** Finds CUDA and cuDNN, either those of the profile {@code gpu} or the system's. */
    private static List<Finding> cuda() {
        if (!CudaLibraries.present()) {
            return List.of(library("CUDA 12", "libcudart.so.12"), library("cuDNN 9", "libcudnn.so.9"));
        }
        var failures = CudaLibraries.load();
        return failures.isEmpty()
                ? List.of(Finding.ok("CUDA, cuDNN", "12.6 and 9.5 from the profile gpu, all loaded"))
                : failures.stream()
                        .map(failure -> Finding.broken("CUDA, cuDNN", failure))
                        .toList();
    }

    private static Finding library(String name, String file) {
        return Stream.concat(
                        Stream.of(System.getenv()
                                        .getOrDefault("LD_LIBRARY_PATH", "")
                                        .split(":"))
                                .filter(place -> !place.isEmpty()),
                        Stream.of("/usr/local/cuda/lib64", "/usr/lib/x86_64-linux-gnu", "/usr/lib64"))
                .flatMap(place -> files(Path.of(place), file))
                .findFirst()
                .map(path -> Finding.ok(name, path.toString()))
                .orElse(Finding.missing(name, "no " + file + "; only a GPU needs it, start with RAGAN_MAVEN=-Pgpu"));
    }

    private static Stream<Path> files(Path folder, String begin) {
        try (var files = Files.list(folder)) {
            return files
                    .filter(file -> file.getFileName().toString().startsWith(begin))
                    .map(Diagnosis::resolved)
                    .sorted()
                    .toList()
                    .stream();
        } catch (IOException e) {
            return Stream.empty(); // no such folder
        }
    }

    /** Returns the file that a link points to, whose name contains the version. */
    private static Path resolved(Path file) {
        try {
            return file.toRealPath();
        } catch (IOException e) {
            return file;
        }
    }

    private static Finding python() {
        var command = PythonInterpreter.command();
        try {
            var process = new ProcessBuilder(command, "-c", VERSIONS)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            process.getOutputStream().close();
            // A line fits into the pipe, so that nothing waits for it to be read.
            if (!process.waitFor(PYTHON_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return Finding.missing(
                        "Python",
                        command + " has not answered for " + PYTHON_SECONDS + " s; only notebooks and tests need it");
            }
            var printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return process.exitValue() == 0
                    ? Finding.ok("Python", printed + ", " + command)
                    : Finding.missing(
                            "Python",
                            command + " has no TensorFlow; only notebooks and tests need it:"
                                    + " pip install -r notebooks/requirements.txt");
        } catch (IOException e) {
            return Finding.missing("Python", "no " + command + "; only notebooks and tests need it");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Finding.missing("Python", "interrupted");
        }
    }

    private static Finding networks() {
        var folder = EvaluatorPackages.defaultFolder();
        var missing = EvaluatorPackages.missing(folder);
        return missing.isEmpty()
                ? Finding.ok("networks", "all in " + folder)
                : Finding.missing(
                        "networks",
                        String.join(", ", missing.keySet()) + " not in " + folder
                                + "; get them: ragan networks install");
    }

    private static Finding disk(String subject, Path folder) {
        try {
            double free = Files.getFileStore(folder.toAbsolutePath()).getUsableSpace() / GIB;
            var text = String.format(Locale.ROOT, "%.1f GiB free", free);
            return free >= LEAST_DISK
                    ? Finding.ok(subject, text)
                    : Finding.broken(subject, text + "; at least " + LEAST_DISK + " GiB are needed");
        } catch (IOException e) {
            return Finding.broken(subject, "cannot be read: " + e.getMessage());
        }
    }

    private static String read(Path file) {
        try {
            return Files.isReadable(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            return "";
        }
    }
}
