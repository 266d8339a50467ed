package reaging.app.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import reaging.runtime.ConvolutionCheck;

@Tag("slow")
class DoctorCommandTest {
    @Test
    void everySubjectIsListedAndThisMachineWorks() {
        var findings = Diagnosis.ofThisMachine();
        var subjects = findings.stream().map(Finding::subject).toList();
        assertTrue(
                subjects.containsAll(
                        List.of("Java", "CPU", "memory", "TensorFlow", "cpu:0", "NVIDIA driver", "Python", "networks")),
                subjects.toString());
        assertEquals(
                List.of(),
                findings.stream()
                        .filter(finding -> finding.verdict() == Finding.Verdict.BROKEN)
                        .toList());
    }

    @Test
    void convolutionThatIsOffIsNotRight() {
        assertTrue(new ConvolutionCheck("cpu:0", 1e-6, 0).right());
        assertTrue(!new ConvolutionCheck("gpu:0", 0.1, 0).right());
        assertTrue(!new ConvolutionCheck("gpu:0", Double.NaN, 0).right());
    }
}
