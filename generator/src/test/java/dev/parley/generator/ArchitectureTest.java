package dev.parley.generator;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The walls of docs/architecture.md: who may know what, so that one thing changes in one place. */
class ArchitectureTest {

    private static final String BASE = "dev.parley.generator";

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(BASE);

    @Test
    void swagger_outsideOfTheStagesThatReadDocuments_isUnknown() {
        noClasses()
                .that()
                .resideOutsideOfPackages(BASE, BASE + ".spec", BASE + ".resolve", BASE + ".openapitools")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.swagger..")
                .because("a fact of the document that an emitter needs is put into the model by the resolver;"
                        + " the root only passes the document on")
                .check(CLASSES);
    }

    @ParameterizedTest
    @CsvSource({"com.palantir.javapoet.., emit.java", "com.github.mustachejava.., emit.template"})
    void sourceLibrary_outsideOfItsEmitters_isUnknown(String library, String emitters) {
        noClasses()
                .that()
                .resideOutsideOfPackage(BASE + "." + emitters)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .because("replacing the library, or adding another way to emit, must touch one package")
                .check(CLASSES);
    }

    @Test
    void disk_outsideOfTheEdges_isUnknown() {
        noClasses()
                .that()
                .resideOutsideOfPackages(BASE + ".openapitools", BASE + ".output", BASE + ".spec", BASE + ".cli")
                .should()
                .dependOnClassesThat(touchingTheDisk())
                .because(
                        "text of a document must never become a path: only the edges open files, and they confine them")
                .check(CLASSES);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "diagnostic    | nothing",
                "words         | nothing",
                "model         | nothing",
                "prose         | nothing",
                "emit.layout   | nothing",
                "parallel      | nothing",
                "output        | parallel",
                "emit          | model",
                "jsonpath      | nothing",
                "spec          | diagnostic jsonpath words",
                "resolve       | diagnostic model words",
                "naming        | diagnostic model words",
                "emit.java     | emit emit.layout model naming parallel prose",
                "emit.template | diagnostic emit emit.layout model naming prose",
                "root          | diagnostic emit emit.java emit.template model naming parallel resolve spec",
                "evolution     | nothing",
                "cli           | root diagnostic emit evolution openapitools spec",
                "openapitools  | root diagnostic emit emit.template naming output parallel spec",
            })
    void stage_onlyOnWhatComesBeforeIt_depends(String stage, String allowed) {
        Set<String> known = Stream.concat(Stream.of(stage), Stream.of(allowed.split(" ")))
                .map(ArchitectureTest::packageName)
                .collect(Collectors.toSet());
        noClasses()
                .that()
                .resideInAPackage(packageName(stage))
                .should()
                .dependOnClassesThat(describe(
                        "of this project stand outside of " + known,
                        found -> found.getPackageName().startsWith(BASE) && !known.contains(found.getPackageName())))
                .because("stages depend one way, spec -> resolve -> model <- naming <- emit: a later one sees what an"
                        + " earlier one yields, never the reverse")
                .check(CLASSES);
    }

    @Test
    void packages_ofTheGenerator_areAllInTheTableOfStages() {
        Set<String> packages = CLASSES.stream().map(JavaClass::getPackageName).collect(Collectors.toSet());

        assertThat(packages)
                .as("add a new package to the table above, with what it may use")
                .hasSize(18);
    }

    @Test
    void model_onAnythingButTheJdk_doesNotDepend() {
        classes()
                .that()
                .resideInAPackage(BASE + ".model")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(BASE + ".model", "java..", "org.jspecify.annotations")
                .because("the model is what every stage agrees on; a library in it would be a library in all of them")
                .check(CLASSES);
    }

    @Test
    void packages_ofTheGenerator_haveNoCycles() {
        slices().matching(BASE + ".(**)")
                .should()
                .beFreeOfCycles()
                .because("packages that need each other cannot be read, tested or replaced one by one")
                .check(CLASSES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Util", "Utils", "Helper", "Manager", "Impl", "Processor"})
    void className_withoutMeaning_isNotUsed(String ending) {
        noClasses()
                .should()
                .haveSimpleNameEndingWith(ending)
                .because("such a name says that nobody knew what the class is for; name it for what it does")
                .check(CLASSES);
    }

    @Test
    void package_ofTheGenerator_saysWhatItIsAndMustNotDo() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            List<Path> folders = files.filter(file -> file.toString().endsWith(".java"))
                    .map(Path::getParent)
                    .distinct()
                    .toList();
            assertThat(folders)
                    .allSatisfy(folder -> assertThat(folder.resolve("package-info.java"))
                            .as("a reader starts at package-info.java; @NullMarked has every null written down")
                            .content()
                            .contains("/**", "@NullMarked"));
        }
    }

    private static String packageName(String stage) {
        return stage.equals("root") ? BASE : BASE + "." + stage;
    }

    private static DescribedPredicate<JavaClass> touchingTheDisk() {
        Set<String> names = Set.of(
                "java.nio.file.Files",
                "java.io.File",
                "java.io.FileInputStream",
                "java.io.FileOutputStream",
                "java.io.FileReader",
                "java.io.FileWriter",
                "java.io.RandomAccessFile",
                "java.nio.channels.FileChannel");
        return describe("touch the disk", found -> names.contains(found.getName()));
    }
}
