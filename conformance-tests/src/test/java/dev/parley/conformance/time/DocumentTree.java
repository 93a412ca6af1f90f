package dev.parley.conformance.time;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.parley.conformance.Shared;
import dev.parley.conformance.Trees;
import dev.parley.generator.diagnostic.Diagnostics;
import dev.parley.generator.spec.SpecLoader;
import dev.parley.runtime.json.JsonArray;
import dev.parley.runtime.json.JsonObject;
import dev.parley.runtime.json.JsonString;
import dev.parley.runtime.json.JsonValue;
import io.swagger.v3.core.util.Json31;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The document of the client, overlays applied, as JSON; what tests find the places in that they change. */
final class DocumentTree {

    static final Path FILE = Shared.project().resolve("spec/openapi.yaml");
    static final Path OVERLAYS = Shared.project().resolve("spec/overlays");

    /** The unions of whole items. */
    static final List<String> ITEM_UNIONS =
            List.of("ConversationItem", "InputItem", "Item", "OutputItem", "ItemResource");

    private static final String COMPONENT = "#/components/schemas/";

    private final JsonObject root;

    private DocumentTree(JsonObject root) {
        this.root = root;
    }

    static DocumentTree get() {
        return Loaded.TREE;
    }

    JsonObject paths() {
        return Trees.objectMember(root, "paths");
    }

    JsonObject schemas() {
        return Trees.objectMember(Trees.objectMember(root, "components"), "schemas");
    }

    JsonObject schema(String name) {
        return Trees.objectMember(schemas(), name);
    }

    /** The component that a schema refers to, or the schema itself. */
    JsonObject followed(JsonObject schema) {
        String name = reference(schema);
        return name == null ? schema : followed(schema(name));
    }

    /** The name of the component that a schema refers to, null if it is no reference. */
    static @Nullable String reference(JsonValue schema) {
        return schema instanceof JsonObject object && object.get("$ref") instanceof JsonString ref
                ? ref.value().replace(COMPONENT, "")
                : null;
    }

    /** What a keyword of a schema lists, empty if it is not there. */
    static List<JsonValue> list(JsonObject schema, String keyword) {
        return schema.get(keyword) instanceof JsonArray array ? array.values() : List.of();
    }

    /** The keyword that a union lists its branches with. */
    String choice(String union) {
        return schema(union).contains("anyOf") ? "anyOf" : "oneOf";
    }

    /** The components that a union lists. */
    Stream<String> branches(String union) {
        return list(schema(union), choice(union)).stream()
                .map(DocumentTree::reference)
                .filter(Objects::nonNull);
    }

    /** The constant that the member {@code type} of a component is, null if it is none. */
    @Nullable
    String tag(String component) {
        return tag(schema(component));
    }

    private @Nullable String tag(JsonObject schema) {
        if (schema.get("properties") instanceof JsonObject properties
                && properties.get("type") instanceof JsonObject type) {
            return Stream.concat(Stream.of(type), list(type, "anyOf").stream().map(Trees::object))
                    .map(choice -> list(followed(choice), "enum"))
                    .filter(values -> values.size() == 1)
                    .map(values -> ((JsonString) values.get(0)).value())
                    .findFirst()
                    .orElse(null);
        }
        return list(schema, "allOf").stream()
                .map(part -> tag(followed(Trees.object(part))))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static final class Loaded {

        static final DocumentTree TREE = new DocumentTree(load());

        private static JsonObject load() {
            try {
                return (JsonObject) JsonValue.parse(Json31.mapper()
                        .writeValueAsString(SpecLoader.load(FILE, List.of(OVERLAYS), new Diagnostics())
                                .openApi()));
            } catch (JsonProcessingException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
