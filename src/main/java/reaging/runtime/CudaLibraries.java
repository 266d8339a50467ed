package reaging.runtime;

import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.Loader;

/**
 * Loads NVIDIA's libraries if the build's profile {@code gpu} put them on the class path, before TensorFlow asks the system for
 * them by name: a library that is already loaded is found wherever its file is.
 */
public final class CudaLibraries {
    private static final String FOLDER = "/org/bytedeco/cuda/linux-x86_64/";

    /** The libraries in the order of their dependencies; cuDNN finds its parts beside it. */
    private static final List<String> FILES = List.of(
            "libcudart.so.12",
            "libnvJitLink.so.12",
            "libnvrtc-builtins.so.12.6",
            "libnvrtc.so.12",
            "libcublasLt.so.12",
            "libcublas.so.12",
            "libcufft.so.11",
            "libcurand.so.10",
            "libcusparse.so.12",
            "libcusolver.so.11",
            "libcudnn_graph.so.9",
            "libcudnn_ops.so.9",
            "libcudnn_cnn.so.9",
            "libcudnn_adv.so.9",
            "libcudnn_engines_precompiled.so.9",
            "libcudnn_engines_runtime_compiled.so.9",
            "libcudnn_heuristic.so.9",
            "libcudnn.so.9",
            "libnccl.so.2",
            "libcupti.so.12");

    private CudaLibraries() {}

    /** Whether the class path contains them. */
    public static boolean present() {
        return CudaLibraries.class.getResource(FOLDER + FILES.get(0)) != null;
    }

    /** Loads the libraries, if any, and returns why any of them could not be loaded. */
    public static List<String> load() {
        List<String> failures = new ArrayList<>();
        if (present()) {
            List<File> unpacked = new ArrayList<>();
            for (var file : FILES) {
                try {
                    unpacked.add(Loader.cacheResource(FOLDER + file));
                } catch (IOException e) {
                    failures.add(file + " cannot be unpacked: " + e.getMessage());
                }
            }
            for (var file : unpacked) {
                try {
                    System.load(file.getPath());
                } catch (UnsatisfiedLinkError e) {
                    failures.add(String.valueOf(e.getMessage()));
                }
            }
        }
        return failures;
    }
}
