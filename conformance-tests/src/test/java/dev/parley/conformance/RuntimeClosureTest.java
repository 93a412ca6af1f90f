package dev.parley.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.runtime.json.JsonValue;
import java.io.File;
import java.lang.module.Configuration;
import java.lang.module.FindException;
import java.lang.module.ModuleDescriptor.Requires;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.lang.module.ResolvedModule;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What an application has to have at run time because it uses the client: our two jars and one JSON core. */
class RuntimeClosureTest {

    private static final String JSON_CORE = "tools.jackson.core";

    @Test
    void modules_resolvedFromTheClient_areOursAndJacksonCore() {
        ModuleFinder finder = ModuleFinder.compose(classPath()
                .map(ModuleFinder::of)
                .filter(RuntimeClosureTest::isReadable)
                .toArray(ModuleFinder[]::new));

        Configuration resolved = Configuration.resolve(
                finder, List.of(ModuleLayer.boot().configuration()), ModuleFinder.of(), Set.of(ClientClasses.MODULE));

        assertThat(resolved.modules())
                .extracting(ResolvedModule::name)
                .containsExactlyInAnyOrder(ClientClasses.MODULE, "dev.parley.runtime", JSON_CORE);
    }

    @Test
    void exports_ofTheClient_areThePackagesForApplications() {
        assertThat(new ClientClasses().exportedPackages())
                .containsExactlyInAnyOrder("dev.parley.openai", "dev.parley.openai.model", "dev.parley.openai.service");
    }

    @Test
    void publicApi_ofTheClient_namesNoTypeOfJackson() {
        assertThat(new ApiListing(new ApiNames(ClientClasses.MODULE)).of(new ClientClasses().exportedClasses()))
                .noneMatch(line -> line.contains("jackson"));
    }

    @Test
    void requirements_ofTheRuntime_areTheJdkAndJacksonCore() {
        ModuleReference runtime = ModuleFinder.of(ClassPath.entryOf(JsonValue.class))
                .find("dev.parley.runtime")
                .orElseThrow();

        assertThat(runtime.descriptor().requires().stream()
                        .filter(required -> !required.modifiers().contains(Requires.Modifier.STATIC))
                        .map(Requires::name))
                .containsExactlyInAnyOrder("java.base", "java.net.http", JSON_CORE);
    }

    /** Some libraries that only tests need, the generator's, are no modules. */
    private static boolean isReadable(ModuleFinder finder) {
        try {
            finder.findAll();
            return true;
        } catch (FindException e) {
            return false;
        }
    }

    /** The jars of this module's tests, and the folders of modules that are built with it; not its own classes. */
    private static Stream<Path> classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .filter(entry -> !entry.endsWith("test-classes"))
                .filter(entry -> !entry.endsWith(Path.of("conformance-tests", "target", "classes")))
                .filter(entry -> !entry.getFileName().toString().startsWith("surefire"));
    }
}
