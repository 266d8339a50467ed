package reaging;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tensorflow.Graph;
import org.tensorflow.op.Ops;

/** Dependencies point one way, and only {@code app} talks to the user. */
class ArchitectureTest {
    /** What each package may use; names are whole paths below {@code reaging}. */
    private static final Map<String, String> USES = uses();

    private static final Pattern IMPORT = Pattern.compile("(?m)^import (?:static )?reaging\\.([a-z.]+)\\.[A-Z].*");

    /** Options, commands and the launcher's variables; one option is npm's. */
    private static final Pattern COMMAND_LINE =
            Pattern.compile("(?<![-\\w])--(?!silent\")[a-z][a-z-]*|\\bragan [a-z][a-z-]*|\\bRAGAN_[A-Z]+");

    /** What each part of {@code app} may use of the other parts, besides everything below; {@code app} itself uses all. */
    private static final Map<String, String> APP_USES = Map.of(
            "app.options", "",
            "app.terminal", "",
            "app.faults", "app.options",
            "app.training", "app.options app.terminal",
            "app.photos", "app.faults app.options app.terminal",
            "app.data", "app.options app.terminal",
            "app.measurement", "app.faults app.options app.photos app.terminal",
            "app.shell", "app.faults app.terminal",
            "app.shell.session", "app.shell app.terminal",
            "app.server", "app.photos");

    private static Map<String, String> uses() {
        Map<String, String> uses = new LinkedHashMap<>();
        uses.put("files", "");
        uses.put("runtime", "");
        uses.put("networks", "runtime");
        uses.put("nn", "runtime");
        uses.put("model", "nn runtime");
        uses.put("losses", "nn");
        uses.put("pictures", "files");
        uses.put("pictures.writing", "pictures files");
        uses.put("data", "pictures files runtime");
        uses.put("data.synthetic.person", "data");
        uses.put("data.synthetic.drawing", "data.synthetic.person data");
        uses.put("data.synthetic", "data.synthetic.drawing data.synthetic.person data pictures files");
        uses.put("data.folders", "data pictures files");
        uses.put("data.prepare", "data.folders data pictures files");
        uses.put("run", "data.folders data.synthetic data files model runtime");
        uses.put("training.augmentation", "run");
        uses.put("training.optimizer", "run model nn runtime");
        uses.put("run.page", "run files");
        uses.put(
                "training",
                "run.page training.augmentation training.optimizer run losses data pictures files model nn runtime");
        uses.put("savedmodel", "run data pictures files model nn runtime");
        uses.put("benchmark", "savedmodel training run data model runtime");
        uses.put("weights", "savedmodel training run files model nn runtime");
        uses.put("faces", "savedmodel networks data pictures.writing pictures files runtime");
        uses.put("animation", "faces data pictures.writing pictures files");
        uses.put("evaluation.measures", "runtime");
        uses.put("evaluation.predictions", "evaluation.measures networks savedmodel data files");
        uses.put("evaluation.figures", "evaluation.predictions evaluation.measures networks data");
        uses.put(
                "evaluation.truth",
                "evaluation.measures savedmodel data.synthetic.person data.synthetic data pictures");
        uses.put(
                "evaluation",
                "evaluation.truth evaluation.figures evaluation.predictions evaluation.measures networks savedmodel"
                        + " data.folders data pictures model");
        uses.put(
                "evaluation.scenes",
                "faces savedmodel data.synthetic.person data.synthetic.drawing data.synthetic data pictures");
        uses.put(
                "evaluation.report",
                "evaluation evaluation.scenes evaluation.truth evaluation.figures evaluation.predictions evaluation.measures data pictures files");
        uses.put(
                "ablation",
                "evaluation.report evaluation.truth evaluation.figures savedmodel training run data.folders data.synthetic"
                        + " data files model");
        return uses;
    }

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("reaging");

    static Set<String> packagesBelowTheCommandLine() {
        return USES.keySet();
    }

    static Set<String> partsOfTheCommandLine() {
        return APP_USES.keySet();
    }

    @ParameterizedTest
    @MethodSource("packagesBelowTheCommandLine")
    void aPackageUsesOnlyWhatItMay(String name) throws IOException {
        assertUsesOnly(name, "", USES.get(name));
    }

    @ParameterizedTest
    @MethodSource("partsOfTheCommandLine")
    void aPartOfTheCommandLineUsesOnlyThePartsItMay(String name) throws IOException {
        assertUsesOnly(name, "app", APP_USES.get(name));
    }

    /** Asserts that a package uses only itself and some others of those below a root, in code and in comments. */
    private static void assertUsesOnly(String name, String root, String others) throws IOException {
        Set<String> allowed = new HashSet<>(List.of(others.split(" ")));
        allowed.add(name);
        noClasses()
                .that()
                .resideInAPackage("reaging." + name)
                .should()
                .dependOnClassesThat(resideInAnyPackage(below(root)).and(not(resideInAnyPackage(paths(allowed)))))
                .check(CLASSES);
        // The bytecode does not show imports for comments alone.
        List<String> imports = new ArrayList<>();
        for (Path file : SourceFiles.of(name)) {
            IMPORT.matcher(Files.readString(file))
                    .results()
                    .filter(found -> found.group(1).startsWith(root) && !allowed.contains(found.group(1)))
                    .forEach(found -> imports.add(file.getFileName() + ": " + found.group()));
        }
        assertEquals(List.of(), imports);
    }

    private static String below(String root) {
        return root.isEmpty() ? "reaging.." : "reaging." + root + "..";
    }

    @Test
    void everyClassIsInOneOfThesePackages() {
        Set<String> known = new HashSet<>(USES.keySet());
        known.addAll(APP_USES.keySet());
        known.add("app");
        classes().should().resideInAnyPackage(paths(known)).check(CLASSES);
    }

    @Test
    void aPackageHoldsAtMostTwentyFiveFiles() {
        Map<String, Set<String>> files = new TreeMap<>();
        for (var type : CLASSES) {
            var outermost = type.getName().replaceFirst("\\$.*", "");
            files.computeIfAbsent(type.getPackageName(), key -> new TreeSet<>()).add(outermost);
        }
        files.values().removeIf(types -> types.size() <= 26); // 25 and package-info
        assertEquals(Map.of(), files);
    }

    @Test
    void everyPackageIsNullMarked() {
        var unmarked = CLASSES.getPackage("reaging").getSubpackagesInTree().stream()
                .filter(each -> !each.getClasses().isEmpty() && !each.isAnnotatedWith(NullMarked.class))
                .map(JavaPackage::getName)
                .toList();
        assertEquals(List.of(), unmarked);
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
                .resideOutsideOfPackage("reaging.app..")
                .should(ACCESS_STANDARD_STREAMS)
                .orShould()
                .callMethod(System.class, "exit", int.class)
                .check(CLASSES);
    }

    @Test
    void onlyTheCheckpointReaderAndTheRemoteSessionCallTheCApi() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("reaging.runtime.CheckpointReader")
                .and()
                .doNotHaveFullyQualifiedName("reaging.runtime.RemoteSession")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.tensorflow.internal..")
                .check(CLASSES);
    }

    @Test
    void graphsAreOpenedWhereTensorFlowIsSetUp() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("reaging.runtime.Graphs")
                .should()
                .callConstructor(Graph.class)
                .check(CLASSES);
    }

    /** They collect the names of all ops before them, which takes seconds in a graph that trains. */
    @Test
    void graphsAreBuiltWithoutOpsThatListTheGraph() {
        noClasses()
                .should()
                .callMethodWhere(target(name("zeros")).and(target(owner(type(Ops.class)))))
                .orShould()
                .callMethodWhere(target(name("ones")).and(target(owner(type(Ops.class)))))
                .orShould()
                .callMethod(Ops.class, "withSubScope", String.class)
                .check(CLASSES);
    }

    @Test
    void onlyAppKnowsTheWordsOfTheCommandLine() throws IOException {
        List<String> found = new ArrayList<>();
        for (Path file : SourceFiles.belowTheCommandLine()) {
            COMMAND_LINE
                    .matcher(Files.readString(file))
                    .results()
                    .forEach(word -> found.add(file + ": " + word.group()));
        }
        assertEquals(List.of(), found);
    }

    private static String[] paths(Set<String> names) {
        return names.stream().map(name -> "reaging." + name).toArray(String[]::new);
    }
}
