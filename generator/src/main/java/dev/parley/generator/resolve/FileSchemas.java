package dev.parley.generator.resolve;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.SpecVersion;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.RequestBody;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Finds the schemas that are files: members of multipart bodies, their choices and their elements, that are binary. The
 * same schema is a file wherever else it is used.
 */
final class FileSchemas {

    private final References references;
    private final boolean anythingIsFile;
    private final Set<String> pointers = new HashSet<>();
    private final Set<String> seen = new HashSet<>();

    FileSchemas(OpenAPI document, References references) {
        this.references = references;
        this.anythingIsFile = document.getSpecVersion() == SpecVersion.V31;
        Components components = document.getComponents();
        Map<String, RequestBody> shared =
                components == null || components.getRequestBodies() == null ? Map.of() : components.getRequestBodies();
        shared.forEach((name, body) -> walk(body, Pointers.below("/components/requestBodies", name)));
        if (document.getPaths() != null) {
            document.getPaths()
                    .forEach((path, item) -> item.readOperationsMap()
                            .forEach((method, operation) -> walk(
                                    operation.getRequestBody(),
                                    Pointers.below(
                                            "/paths", path, method.name().toLowerCase(Locale.ROOT), "requestBody"))));
        }
    }

    /** Returns where these schemas stand. */
    Set<String> pointers() {
        return pointers;
    }

    /** Returns whether a schema says that its value is bytes. */
    static boolean isBinary(@Nullable Schema<?> schema) {
        if (schema == null || References.isReference(schema)) {
            return false;
        }
        Set<String> types = Keywords.types(schema);
        boolean string = types.isEmpty() || types.equals(Set.of("string"));
        String media = schema.getContentMediaType();
        boolean encoded = schema.getContentEncoding() != null;
        boolean bytes = media != null && !encoded && !Media.isTextual(media);
        return string && !Keywords.hasStructure(schema) && ("binary".equals(schema.getFormat()) || bytes);
    }

    private void walk(@Nullable RequestBody body, String pointer) {
        Content content = body == null ? null : body.getContent();
        if (content != null) {
            content.forEach((name, media) -> {
                if (Media.plain(name).equals(Media.MULTIPART) && media.getSchema() != null) {
                    body(new SchemaNode(Pointers.below(pointer, "content", name, "schema"), media.getSchema()));
                }
            });
        }
    }

    private void body(SchemaNode node) {
        SchemaNode found = followed(node);
        if (found == null || !seen.add("body " + found.pointer())) {
            return;
        }
        Schema<?> schema = found.schema();
        Keywords.properties(schema).forEach((name, property) -> member(found.below(property, "properties", name)));
        if (schema.getAdditionalProperties() instanceof Schema<?> values) {
            member(found.below(values, "additionalProperties"));
        }
        parts(found, this::body);
    }

    private void member(SchemaNode node) {
        SchemaNode found = followed(node);
        if (found == null || !seen.add(found.pointer())) {
            return;
        }
        Schema<?> schema = found.schema();
        if (isBinary(schema) || isAnything(schema)) {
            pointers.add(found.pointer());
        }
        if (schema.getItems() != null) {
            member(found.below(schema.getItems(), "items"));
        }
        parts(found, this::member);
    }

    private static void parts(SchemaNode node, Consumer<SchemaNode> each) {
        Schema<?> schema = node.schema();
        Map.of(
                        "allOf", Keywords.schemas(schema.getAllOf()),
                        "anyOf", Keywords.schemas(schema.getAnyOf()),
                        "oneOf", Keywords.schemas(schema.getOneOf()))
                .forEach((keyword, list) -> {
                    for (int i = 0; i < list.size(); i++) {
                        each.accept(node.below(list.get(i), keyword, String.valueOf(i)));
                    }
                });
    }

    /** In OpenAPI 3.1 a part that nothing is said about is bytes. */
    private boolean isAnything(Schema<?> schema) {
        return anythingIsFile && Keywords.isAnything(schema) && schema.getBooleanSchemaValue() == null;
    }

    private @Nullable SchemaNode followed(SchemaNode node) {
        SchemaNode found = node;
        for (int i = 0; found != null && References.isReference(found.schema()); i++) {
            found = i == 100 ? null : references.follow(found);
        }
        return found;
    }
}
