package dev.parley.conformance;

import dev.parley.openai.model.ConversationItem;
import dev.parley.runtime.json.JsonObject;
import dev.parley.runtime.json.JsonValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * One item of {@code src/test/resources/items}, invented for these tests.
 *
 * @param type the type of the item, which is also the name of the file
 * @param form the name within the file: {@code full…} has every member that the document describes, {@code minimal}
 *     only the required ones, {@code nulls} an explicit null wherever the document allows one
 * @param json the item
 */
public record ItemFixture(String type, String form, JsonObject json) {

    public static Stream<ItemFixture> all() {
        try (Stream<Path> files = Files.list(folder())) {
            return files.sorted().toList().stream().flatMap(ItemFixture::read);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The fixtures with every member, at least one a type. */
    public static Stream<ItemFixture> full() {
        return all().filter(fixture -> fixture.form.startsWith("full"));
    }

    /** The fixture with required members only, one a type. */
    public static Stream<ItemFixture> minimal() {
        return all().filter(fixture -> fixture.form.equals("minimal"));
    }

    public ConversationItem decode() {
        return ConversationItem.fromJson(json.toJson());
    }

    @Override
    public String toString() {
        return type + "/" + form;
    }

    private static Path folder() {
        try {
            return Path.of(Objects.requireNonNull(ItemFixture.class.getResource("/items"))
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Stream<ItemFixture> read(Path file) {
        String type = file.getFileName().toString().replace(".json", "");
        return Trees.object(parse(file)).members().entrySet().stream()
                .map(form -> new ItemFixture(type, form.getKey(), Trees.object(form.getValue())));
    }

    private static JsonValue parse(Path file) {
        try {
            return JsonValue.parse(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
