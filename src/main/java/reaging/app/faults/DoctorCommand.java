package reaging.app.faults;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Reports what the program finds on this machine, and what is missing. */
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        description =
                "Checks this machine: Java, TensorFlow's library, CPU, GPUs and their libraries, one convolution on"
                        + " each device, memory, Python, networks, disk. The exit code is 1 if anything would prevent the"
                        + " program from working.",
        footer = {"", "Example:", "  ragan doctor"})
public final class DoctorCommand implements Callable<Integer> {
    @Override
    public Integer call() {
        List<Finding> findings = Diagnosis.ofThisMachine();
        int width = findings.stream()
                .mapToInt(finding -> finding.subject().length())
                .max()
                .orElse(0);
        for (var finding : findings) {
            System.out.printf(
                    "%-7s  %-" + width + "s  %s%n", finding.verdict().text(), finding.subject(), finding.found());
        }
        return findings.stream().anyMatch(finding -> finding.verdict() == Finding.Verdict.BROKEN) ? 1 : 0;
    }
}
