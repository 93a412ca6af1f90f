package dev.parley.conformance;

import dev.parley.openai.OpenAiClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Exports;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReader;
import java.lang.module.ModuleReference;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The module of the client as it lies on the class path, a jar or a folder. */
final class ClientClasses {

    static final String MODULE = "dev.parley.openai";

    private final ModuleReference module =
            ModuleFinder.of(ClassPath.entryOf(OpenAiClient.class)).find(MODULE).orElseThrow();

    ModuleDescriptor descriptor() {
        return module.descriptor();
    }

    /** The packages that everybody may use. */
    Set<String> exportedPackages() {
        return descriptor().exports().stream()
                .filter(exported -> !exported.isQualified())
                .map(Exports::source)
                .collect(Collectors.toSet());
    }

    /** Every class of the exported packages, the hidden and nested ones too. */
    List<Class<?>> exportedClasses() {
        Set<String> exported = exportedPackages();
        try (ModuleReader reader = module.open();
                Stream<String> names = reader.list()) {
            return names.filter(name -> name.endsWith(".class") && !name.endsWith("-info.class"))
                    .map(name -> name.replaceFirst("\\.class$", "").replace('/', '.'))
                    .filter(name -> exported.contains(name.substring(0, name.lastIndexOf('.'))))
                    .<Class<?>>map(ClientClasses::load)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, OpenAiClient.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
