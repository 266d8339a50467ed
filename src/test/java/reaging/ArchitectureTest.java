package reaging;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Dependencies point one way, and only {@code app} talks to the user. */
class ArchitectureTest {
    private static final List<String> PACKAGES =
            List.of("files", "nn", "data", "model", "losses", "training", "savedmodel", "evaluation", "app");

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("reaging");

    @ParameterizedTest
    @CsvSource({
        "files, ''",
        "nn, ''",
        "data, files",
        "model, nn",
        "losses, nn",
        "training, files data nn model losses",
        "savedmodel, files data nn model training",
        "evaluation, data savedmodel",
        "app, files nn data model losses training savedmodel evaluation"
    })
    void aPackageUsesOnlyWhatItMay(String name, String uses) {
        List<String> forbidden = new ArrayList<>(PACKAGES);
        forbidden.removeAll(Arrays.asList(uses.split(" ")));
        forbidden.remove(name);
        noClasses()
                .that()
                .resideInAPackage(below(name))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(belowEach(forbidden))
                .check(CLASSES);
    }

    @Test
    void everyClassIsInOneOfThesePackages() {
        classes().should().resideInAnyPackage(belowEach(PACKAGES)).check(CLASSES);
    }

    @Test
    void packagesAreNounsOfTheField() {
        noClasses()
                .should()
                .resideInAnyPackage("..util..", "..common..", "..helper..", "..impl..", "..core..", "..manager..")
                .check(CLASSES);
    }

    @Test
    void onlyAppPrintsAndExits() {
        noClasses()
                .that()
                .resideOutsideOfPackage(below("app"))
                .should(ACCESS_STANDARD_STREAMS)
                .orShould()
                .callMethod(System.class, "exit", int.class)
                .check(CLASSES);
    }

    @Test
    void onlyTheCheckpointReaderCallsTheCApi() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("reaging.nn.CheckpointReader")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.tensorflow.internal..")
                .check(CLASSES);
    }

    private static String below(String name) {
        return "reaging." + name + "..";
    }

    private static String[] belowEach(List<String> names) {
        return names.stream().map(ArchitectureTest::below).toArray(String[]::new);
    }
}
