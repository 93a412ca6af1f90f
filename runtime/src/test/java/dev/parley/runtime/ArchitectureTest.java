package dev.parley.runtime;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which package of the run-time may know which: docs/architecture.md, "The run-time". */
class ArchitectureTest {

    private static final String BASE = "dev.parley.runtime";

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(BASE);

    /** JSON, its codecs and the errors of reading know each other; nothing else goes in a circle. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "http       | nothing",
                "flow       | nothing",
                "json       | codec error",
                "codec      | json error",
                "error      | json codec http",
                "page       | error flow",
                "validation | error json codec",
                "event      | codec error flow http",
                "body       | codec http json",
                "call       | body codec error event http json validation"
            })
    void package_ofTheRunTime_knowsOnlyWhatStandsBelowIt(String name, String known) {
        List<String> allowed = new ArrayList<>(List.of("java..", "javax.net..", "org.jspecify..", BASE + "." + name));
        if (Set.of("codec", "json").contains(name)) {
            allowed.add("tools.jackson.core..");
        }
        for (String other : known.split(" ")) {
            allowed.add(BASE + "." + other);
        }
        classes()
                .that()
                .resideInAPackage(BASE + "." + name)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(allowed.toArray(String[]::new))
                .check(CLASSES);
    }

    @Test
    void packages_eachHaveARowAbove() {
        Set<String> packages = new TreeSet<>();
        for (JavaClass each : CLASSES) {
            packages.add(each.getPackageName());
        }
        assertThat(packages)
                .containsExactlyInAnyOrder(
                        BASE + ".body",
                        BASE + ".call",
                        BASE + ".codec",
                        BASE + ".error",
                        BASE + ".event",
                        BASE + ".flow",
                        BASE + ".http",
                        BASE + ".json",
                        BASE + ".page",
                        BASE + ".validation");
    }

    @Test
    void reflection_isNotUsed() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("java.lang.reflect..")
                .because("what is called by name needs configuration in native images and with shrinkers")
                .check(CLASSES);
    }
}
