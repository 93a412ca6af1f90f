package dev.parley.conformance.time;

import dev.parley.generator.Parley;
import dev.parley.generator.Settings;
import dev.parley.generator.diagnostic.Diagnostics;
import dev.parley.generator.emit.SourceFile;
import dev.parley.generator.openapitools.Templates;
import dev.parley.generator.spec.SpecLoader;
import dev.parley.runtime.json.JsonValue;
import dev.parley.runtime.json.JsonWritable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A client of a changed document, generated, compiled and loaded beside the one of the build. Its types are used by
 * reflection, since no test can know them.
 *
 * <p>Only files that the change touches are compiled; the classes of the others are those of the build, and are loaded
 * anew. A class whose file the change has dropped is not to be found.
 */
final class ClientEdition {

    static final String PACKAGE = "dev.parley.openai";

    /** The paths of all sources. */
    private final Set<String> files;

    private final Classes classes;

    private ClientEdition(Map<String, String> sources) {
        this.files = Set.copyOf(sources.keySet());
        this.classes = new Classes(EditionCompiler.compile(changed(sources)));
    }

    /** Makes the client of the document as it is. */
    static ClientEdition today() {
        return new ClientEdition(Base.SOURCES);
    }

    /** Makes the client of a changed document. */
    static ClientEdition of(DocumentChange change) {
        try {
            Path folder = Files.createTempDirectory("edition");
            Path overlay = change.write(folder);
            try {
                return new ClientEdition(generate(List.of(DocumentTree.OVERLAYS, overlay)));
            } finally {
                Files.delete(overlay);
                Files.delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean hasModel(String name) {
        return files.contains((PACKAGE + ".model." + name).replace('.', '/') + ".java");
    }

    /** Reads JSON as a type of the models. */
    JsonWritable read(String model, JsonValue json) {
        try {
            Class<?> type = Class.forName(PACKAGE + ".model." + model, true, classes);
            return (JsonWritable) type.getMethod("fromJson", String.class).invoke(null, json.toJson());
        } catch (InvocationTargetException e) {
            throw unwrapped(e);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    /** Calls a method of a value by its name; null is never an argument. */
    static Object call(Object target, String method, Object... arguments) {
        try {
            return Arrays.stream(target.getClass().getMethods())
                    .filter(each -> each.getName().equals(method)
                            && each.getParameterCount() == arguments.length
                            && accepts(each.getParameterTypes(), arguments))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(target.getClass() + " has no method " + method))
                    .invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw unwrapped(e);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }

    private static boolean accepts(Class<?>[] types, Object[] arguments) {
        for (int i = 0; i < types.length; i++) {
            boolean primitive = types[i] == boolean.class && arguments[i] instanceof Boolean;
            if (!primitive && !types[i].isInstance(arguments[i])) {
                return false;
            }
        }
        return true;
    }

    private static RuntimeException unwrapped(InvocationTargetException e) {
        if (e.getCause() instanceof Error error) {
            throw error;
        }
        return e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
    }

    private static Map<String, String> changed(Map<String, String> sources) {
        return sources.entrySet().stream()
                .filter(file -> !file.getValue().equals(Base.SOURCES.get(file.getKey())))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, TreeMap::new));
    }

    private static Map<String, String> generate(List<Path> overlays) {
        Diagnostics diagnostics = new Diagnostics();
        Settings settings = new Settings(PACKAGE, new Templates(null));
        return new Parley()
                        .generate(SpecLoader.load(DocumentTree.FILE, overlays, diagnostics), settings, diagnostics)
                        .files()
                        .stream()
                        .filter(file -> !file.path().endsWith("-info.java"))
                        .collect(Collectors.toMap(SourceFile::path, SourceFile::content, (a, b) -> b, TreeMap::new));
    }

    /** What the document of the build becomes. */
    private static final class Base {
        static final Map<String, String> SOURCES = generate(List.of(DocumentTree.OVERLAYS));
    }

    /** Finds the classes of the client first here, everything else where the tests find it. */
    private final class Classes extends ClassLoader {

        private final Map<String, byte[]> compiled;

        Classes(Map<String, byte[]> compiled) {
            super(ClientEdition.class.getClassLoader());
            this.compiled = compiled;
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.startsWith(PACKAGE + ".")) {
                return super.loadClass(name, resolve);
            }
            synchronized (getClassLoadingLock(name)) {
                Class<?> loaded = findLoadedClass(name);
                return loaded == null ? findClass(name) : loaded;
            }
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            byte[] code = compiled.containsKey(name) ? compiled.get(name) : unchanged(name);
            if (code == null) {
                throw new ClassNotFoundException(name);
            }
            return defineClass(name, code, 0, code.length);
        }

        private byte @Nullable [] unchanged(String name) {
            String path = name.replace('.', '/');
            String file = Stream.of(path.split("\\$", 2)).findFirst().orElseThrow() + ".java";
            if (!files.contains(file)) {
                return null;
            }
            try (InputStream stream = getParent().getResourceAsStream(path + ".class")) {
                return stream == null ? null : stream.readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
