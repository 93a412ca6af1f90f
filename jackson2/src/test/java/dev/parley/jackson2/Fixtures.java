package dev.parley.jackson2;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.parley.runtime.json.JsonObject;
import dev.parley.runtime.json.JsonValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What other modules and the folder {@code shared} have to read. */
final class Fixtures {

    /**
     * One JSON text.
     *
     * @param name where it is from
     * @param json the value
     */
    record Fixture(String name, JsonValue json) {
        @Override
        public String toString() {
            return name;
        }
    }

    private Fixtures() {}

    /** The items of the conformance tests. */
    static Stream<Fixture> items() {
        return files(project().resolve("conformance-tests/src/test/resources/items")).stream()
                .flatMap(file -> ((JsonObject) json(file))
                        .members().entrySet().stream()
                                .map(form -> new Fixture(file.getFileName() + "/" + form.getKey(), form.getValue())));
    }

    /** Items as servers and clients sent them; without the folder the test is skipped, and says so. */
    static Stream<Fixture> recordedItems() {
        Path folder = project().resolveSibling("shared").resolve("recordings/items");
        String message = "SKIPPED: no folder " + folder + ", so no recorded item is read";
        if (!Files.isDirectory(folder)) {
            System.out.println(message);
        }
        assumeTrue(Files.isDirectory(folder), message);
        return files(folder).stream()
                .filter(file -> !file.endsWith("manifest.json"))
                .map(file -> new Fixture(file.getFileName().toString(), json(file)));
    }

    /** The generated types of one kind, such as {@code sealed interface}, that have this method. */
    static List<Class<?>> types(String kind, String method) {
        try {
            List<String> api = Files.readAllLines(project().resolve("generated-client/api.txt"));
            return api.stream()
                    .filter(line -> line.startsWith("model.") && line.contains(" : " + kind))
                    .map(line -> line.substring(0, line.indexOf(" : ")))
                    .filter(name -> method.isEmpty() || api.contains(name + " " + method + "(String) static : " + name))
                    .<Class<?>>map(Fixtures::type)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path project() {
        return Path.of(System.getProperty("basedir", "")).toAbsolutePath().getParent();
    }

    private static Class<?> type(String name) {
        String nested = name.substring("model.".length()).replace('.', '$');
        try {
            return Class.forName("dev.parley.openai.model." + nested);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonValue json(Path file) {
        try {
            return JsonValue.parse(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
