package dev.parley.jackson3;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.parley.runtime.json.JsonObject;
import dev.parley.runtime.json.JsonValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** What other modules and the folder {@code shared} have to read. */
final class Fixtures {

    /**
     * Items that Jackson's own generators write in other words: control characters in upper case hexadecimal, half a pair
     * of surrogates unescaped or, in CBOR, not at all, a number beyond every double in a tree as infinity, an object
     * without members on one line.
     */
    private static final Set<String> OTHERWISE = Set.of(
            "local_shell_call_output/output-unicode",
            "message/escapes",
            "message/lone-surrogate",
            "tool_search_call/arguments-object",
            "unknown/empty");

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

    /** The items of the conformance tests, but for those that Jackson writes otherwise. */
    static Stream<Fixture> items() {
        return everyItem().filter(fixture -> !OTHERWISE.contains(fixture.name()));
    }

    /** The items of the conformance tests that Jackson writes otherwise. */
    static Stream<Fixture> itemsWrittenOtherwise() {
        return everyItem().filter(fixture -> OTHERWISE.contains(fixture.name()));
    }

    private static Stream<Fixture> everyItem() {
        Path items = project().resolve("conformance-tests/src/test/resources/fixtures/items");
        try (Stream<Path> files = Files.walk(items)) {
            return files.filter(file -> file.toString().endsWith(".json")).sorted().toList().stream()
                    .map(file -> new Fixture(name(items.relativize(file)), answer(json(file))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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

    /** The type and the form of an item, separated by a slash whatever the system. */
    private static String name(Path file) {
        return file.toString().replace('\\', '/').replace(".json", "");
    }

    /** The body that an exchange is answered with. */
    private static JsonValue answer(JsonValue exchange) {
        JsonValue response = Objects.requireNonNull(((JsonObject) exchange).get("response"));
        return Objects.requireNonNull(((JsonObject) response).get("body"));
    }

    private static JsonValue json(Path file) {
        try {
            return JsonValue.parse(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
