package dev.parley.generator.cases;

import dev.parley.runtime.http.HttpTransport;
import dev.parley.runtime.json.JsonValue;
import dev.parley.runtime.json.JsonWritable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The expected sources of a case, compiled and loaded; used by reflection, as no test can know their types. */
final class CompiledCase implements AutoCloseable {

    private final Map<String, String> sources;
    private final Path output;
    private final List<String> messages;
    private final URLClassLoader classes;

    private CompiledCase(Map<String, String> sources, Path output) {
        this.sources = sources;
        this.output = output;
        this.messages = Javac.compile(sources, output);
        try {
            this.classes = new URLClassLoader(
                    new URL[] {output.toUri().toURL()}, getClass().getClassLoader());
        } catch (MalformedURLException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Compiles what stands in the {@code expected} folder of a case into an empty folder. */
    static CompiledCase of(Case tested, Path output) {
        return new CompiledCase(new Goldens(tested, CaseGoldensTest.class).sources(), output);
    }

    /** Returns what the compiler had to say. */
    List<String> messages() {
        return messages;
    }

    /** Loads and initialises every class. */
    List<Class<?>> allClasses() {
        try (Stream<Path> files = Files.walk(output)) {
            return files.map(file -> output.relativize(file).toString())
                    .filter(file -> file.endsWith(".class") && !file.endsWith("-info.class"))
                    .sorted()
                    .<Class<?>>map(file -> load(file.substring(0, file.length() - ".class".length())
                            .replace('/', '.')
                            .replace('\\', '.')))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns a type of the models by its name, nested ones as {@code Outer.Inner}. */
    Class<?> model(String name) {
        String file = "/model/" + name.split("\\.")[0] + ".java";
        String path = sources.keySet().stream()
                .filter(source -> source.endsWith(file))
                .findFirst()
                .orElseThrow(() -> new AssertionError("there is no type " + name));
        String packageName = path.substring(0, path.lastIndexOf('/')).replace('/', '.');
        return load(packageName + "." + name.replace('.', '$'));
    }

    /** Reads a value by the type's {@code fromJson}. */
    JsonWritable read(Class<?> type, JsonValue json) {
        return (JsonWritable) Reflection.callStatic(type, "fromJson", json.toJson());
    }

    /** Builds the client of the case, over a transport in the place of a network. */
    Object client(HttpTransport transport) {
        Object builder = builder(transport);
        if (Stream.of(builder.getClass().getMethods())
                .anyMatch(method -> method.getName().equals("apiKey"))) {
            Reflection.call(builder, "apiKey", "secret");
        }
        Reflection.call(builder, "baseUrl", "https://case.example/v1");
        return Reflection.call(builder, "build");
    }

    /** Returns a builder of the client of the case, with nothing set but a transport. */
    Object builder(HttpTransport transport) {
        String path = sources.keySet().stream()
                .filter(source -> sources.get(source).contains(" by client.mustache."))
                .findFirst()
                .orElseThrow();
        Class<?> type = load(path.substring(0, path.length() - ".java".length()).replace('/', '.'));
        Object builder = Reflection.callStatic(type, "builder");
        Reflection.invoke(Reflection.method(builder.getClass(), "transport", HttpTransport.class), builder, transport);
        return builder;
    }

    private Class<?> load(String name) {
        try {
            return Class.forName(name, true, classes);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        try {
            classes.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
