package dev.parley.conformance;

import dev.parley.openai.model.ConversationItem;
import dev.parley.runtime.json.JsonObject;
import dev.parley.runtime.json.JsonValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * One item of {@code src/test/resources/fixtures/items}: what an exchange there is answered with.
 *
 * @param type the type of the item, which is also the name of the folder
 * @param form the name of the file: {@code full…} has every member that the document describes, {@code minimal} only the
 *     required ones, {@code nulls} an explicit null wherever the document allows one; {@code unknown-…} has a part or a
 *     value that is not known, {@code broken-…} a known one that does not fit
 * @param json the item
 */
public record ItemFixture(String type, String form, JsonObject json) {

    /** The folder of items whose type is not known. */
    private static final String UNKNOWN = "unknown";

    private static final List<ItemFixture> EVERY = read();

    /** The items in which everything is known, and fits; members more than the document describes some have. */
    public static Stream<ItemFixture> all() {
        return EVERY.stream().filter(fixture -> !fixture.isOdd());
    }

    /** The other items: of an unknown type, or with something in them that is unknown or does not fit. */
    public static Stream<ItemFixture> odd() {
        return EVERY.stream().filter(ItemFixture::isOdd);
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

    private boolean isOdd() {
        return type.equals(UNKNOWN) || form.startsWith("unknown-") || form.startsWith("broken-");
    }

    private static List<ItemFixture> read() {
        try (Stream<Path> files = Files.walk(folder(), 2)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .map(ItemFixture::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path folder() {
        try {
            return Path.of(Objects.requireNonNull(ItemFixture.class.getResource("/fixtures/items"))
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ItemFixture read(Path file) {
        String type = file.getParent().getFileName().toString();
        String form = file.getFileName().toString().replace(".json", "");
        return new ItemFixture(type, form, Trees.objectMember(Trees.objectMember(parse(file), "response"), "body"));
    }

    private static JsonValue parse(Path file) {
        try {
            return JsonValue.parse(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
