package dev.parley.generator.resolve;

import dev.parley.generator.diagnostic.Diagnostics;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Follows references between schemas: to components, into components, and the recursive kind. */
final class References {

    private final Diagnostics diagnostics;
    private final Map<String, Schema<?>> components = new LinkedHashMap<>();
    private final List<String> order;
    private final Set<String> inward = new LinkedHashSet<>();

    References(OpenAPI document, Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
        if (document.getComponents() != null && document.getComponents().getSchemas() != null) {
            document.getComponents().getSchemas().forEach((name, schema) -> components.put(name, schema));
        }
        this.order = new ArrayList<>(components.keySet());
    }

    /** Returns whether the schema stands for another one. */
    static boolean isReference(Schema<?> schema) {
        return schema.get$ref() != null
                || schema.get$dynamicRef() != null
                || Keywords.extension(schema, "$recursiveRef") != null;
    }

    /** Returns what a reference leads to in one step, or {@code null}, reported, if it leads nowhere. */
    @Nullable
    SchemaNode follow(SchemaNode reference) {
        String target = reference.schema().get$ref();
        return target == null ? enclosing(reference) : target(target, reference.pointer());
    }

    /** Returns the places inside components that references lead to. */
    Set<String> inward() {
        return inward;
    }

    /** Returns the names of the component schemas, in the order of the document. */
    List<String> componentNames() {
        return order;
    }

    /** Returns the component schemas, in the order of the document. */
    List<SchemaNode> components() {
        return components.entrySet().stream()
                .map(component -> new SchemaNode(Pointers.component(component.getKey()), component.getValue()))
                .toList();
    }

    /** Returns the pointer of the component schema that a discriminator's mapping names, by reference or by name. */
    static String mapped(String target) {
        return target.startsWith("#/") ? decoded(target.substring(1)) : Pointers.component(target);
    }

    private @Nullable SchemaNode target(String reference, String from) {
        if (!reference.startsWith("#/")) {
            diagnostics.error(
                    "external-reference",
                    from,
                    "The reference " + reference + " leads out of the document",
                    "Bundle the document into one file and refer to #/components/schemas");
            return null;
        }
        String pointer = decoded(reference.substring(1));
        SchemaNode target = at(pointer);
        if (target == null) {
            diagnostics.error(
                    "unresolved-reference",
                    from,
                    "The reference " + reference + " leads to no schema",
                    "Add the schema to #/components/schemas or correct the reference");
        } else if (Pointers.componentName(pointer) == null) {
            inward.add(pointer);
        }
        return target;
    }

    /** A recursive reference means the schema around it that stands on its own: the component. */
    private @Nullable SchemaNode enclosing(SchemaNode reference) {
        Object recursive = Keywords.extension(reference.schema(), "$recursiveRef");
        String target = recursive == null ? reference.schema().get$dynamicRef() : recursive.toString();
        String name = Pointers.enclosingComponent(reference.pointer());
        if (name == null || !target.equals("#")) {
            diagnostics.error(
                    "unsupported-reference",
                    reference.pointer(),
                    "The recursive reference " + target + " cannot be followed",
                    "Replace it by a $ref to the component that it means");
            return null;
        }
        return at(Pointers.component(name));
    }

    private @Nullable SchemaNode at(String pointer) {
        String name = Pointers.enclosingComponent(pointer);
        Schema<?> schema = name == null ? null : components.get(name);
        if (name == null || schema == null) {
            return null;
        }
        List<String> path = Pointers.tokens(pointer);
        return descend(new SchemaNode(Pointers.component(name), schema), path.subList(3, path.size()));
    }

    private static @Nullable SchemaNode descend(SchemaNode from, List<String> path) {
        if (path.isEmpty()) {
            return from;
        }
        Schema<?> schema = from.schema();
        if (path.get(0).equals("items") && schema.getItems() != null) {
            return descend(from.below(schema.getItems(), "items"), path.subList(1, path.size()));
        }
        if (path.get(0).equals("additionalProperties")
                && schema.getAdditionalProperties() instanceof Schema<?> values) {
            return descend(from.below(values, "additionalProperties"), path.subList(1, path.size()));
        }
        Schema<?> child = path.size() < 2 ? null : child(schema, path.get(0), path.get(1));
        return child == null
                ? null
                : descend(from.below(child, path.get(0), path.get(1)), path.subList(2, path.size()));
    }

    private static @Nullable Schema<?> child(Schema<?> schema, String keyword, String token) {
        return switch (keyword) {
            case "properties" -> Keywords.properties(schema).get(token);
            case "allOf" -> element(Keywords.schemas(schema.getAllOf()), token);
            case "anyOf" -> element(Keywords.schemas(schema.getAnyOf()), token);
            case "oneOf" -> element(Keywords.schemas(schema.getOneOf()), token);
            default -> null;
        };
    }

    private static @Nullable Schema<?> element(List<Schema<?>> list, String token) {
        boolean index = token.matches("\\d{1,4}") && Integer.parseInt(token) < list.size();
        return index ? list.get(Integer.parseInt(token)) : null;
    }

    private static String decoded(String fragment) {
        try {
            return URLDecoder.decode(fragment.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return fragment;
        }
    }
}
