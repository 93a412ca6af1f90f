package dev.parley.generator.spec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.generator.diagnostic.Diagnostics;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the references of a part of a document, and tells what each object in it is. */
final class ReferenceWalk {

    private final Resources resources;
    private final boolean siblings;
    private final Diagnostics diagnostics;
    private final IdentityHashMap<ObjectNode, Kind> kinds = new IdentityHashMap<>();
    private final Deque<Reference> found = new ArrayDeque<>();
    private final List<ObjectNode> schemas = new ArrayList<>();
    private final IdentityHashMap<ObjectNode, String> places = new IdentityHashMap<>();

    /**
     * Makes a walk that has seen nothing.
     *
     * @param siblings whether what stands beside {@code $ref} in a schema counts: OpenAPI 3.1
     */
    ReferenceWalk(Resources resources, boolean siblings, Diagnostics diagnostics) {
        this.resources = resources;
        this.siblings = siblings;
        this.diagnostics = diagnostics;
    }

    /** Returns what an object was taken for, or {@code null} if it has not been visited. */
    @Nullable
    Kind kind(JsonNode node) {
        return node instanceof ObjectNode object ? kinds.get(object) : null;
    }

    /** Returns the references that were found and not taken yet. */
    Deque<Reference> found() {
        return found;
    }

    /** Returns the schemas that were visited, owners before what they hold. */
    List<ObjectNode> schemas() {
        return schemas;
    }

    /** Returns where a schema stood that has been visited, for diagnostics. */
    String place(ObjectNode schema) {
        return places.getOrDefault(schema, "");
    }

    /** Visits what stands at a place, and what it holds, unless that has been done. */
    void walk(JsonNode node, Kind kind, Resource around, Pointer pointer) {
        if (node instanceof ArrayNode array) {
            for (int index = 0; index < array.size(); index++) {
                walk(array.get(index), kind, around, pointer.child(index));
            }
        } else if (node instanceof ObjectNode object && kinds.putIfAbsent(object, kind) == null) {
            Resource resource = resources.at(object, around);
            if (reads(object, kind, resource, pointer)) {
                object.properties().forEach(member -> member(member, kind, resource, pointer.child(member.getKey())));
            }
        }
    }

    /** Takes the references that an object itself holds; returns whether its members count. */
    private boolean reads(ObjectNode object, Kind kind, Resource resource, Pointer pointer) {
        if (kind == Kind.SCHEMA) {
            schemas.add(object);
            places.put(object, resource.tree().place(pointer));
            schema(object, resource, pointer);
        }
        JsonNode reference = object.get(Reference.REF);
        if (reference == null || kind == Kind.OTHER) {
            return true;
        }
        if (!reference.isTextual()) {
            refuse(
                    "dangling-ref",
                    resource,
                    pointer,
                    "$ref is no string",
                    "give $ref an address such as #/components/schemas/A");
        } else if (kind.referable()) {
            add(object, Reference.REF, resource, pointer, kind);
        } else {
            misplaced(resource, pointer);
        }
        return kind == Kind.PATH_ITEM || kind == Kind.SCHEMA && siblings;
    }

    private void schema(ObjectNode object, Resource resource, Pointer pointer) {
        for (String member : List.of(Reference.DYNAMIC, Reference.RECURSIVE)) {
            if (object.has(member)) {
                add(object, member, resource, pointer, Kind.SCHEMA);
            }
        }
        if (!resource.tree().isDocument() && object.path("x-java-param").isTextual()) {
            add(object, "x-java-param", resource, pointer, Kind.SCHEMA);
        }
        JsonNode discriminator = object.path("discriminator");
        if (discriminator.path("propertyName").isTextual()
                && discriminator.get("mapping") instanceof ObjectNode mapping) {
            Pointer place = pointer.child("discriminator").child("mapping");
            mapping.properties().forEach(value -> mapped(mapping, value, resource, place));
        }
    }

    /** A value of {@code mapping} may also be the plain name of a schema, which is one of the file if there is one. */
    private void mapped(ObjectNode mapping, Map.Entry<String, JsonNode> value, Resource resource, Pointer pointer) {
        String text = value.getValue().asText();
        boolean address = text.startsWith("#") || text.contains("/") || text.contains(":") || text.contains("\\");
        JsonNode names = resource.tree().root().path("components").path("schemas");
        boolean name = !address && names.has(text);
        if (name && !resource.tree().isDocument()) {
            found.add(new Reference(
                    mapping,
                    value.getKey(),
                    "#/components/schemas/" + Pointer.escaped(text),
                    resources.of(resource.tree()),
                    pointer.child(value.getKey()),
                    Kind.SCHEMA));
        } else if (address || !name && text.matches("(?i).*\\.(?:ya?ml|json)")) {
            add(mapping, value.getKey(), resource, pointer, Kind.SCHEMA);
        }
    }

    private void member(Map.Entry<String, JsonNode> member, Kind owner, Resource resource, Pointer pointer) {
        JsonNode value = member.getValue();
        if (owner == Kind.OTHER) {
            walk(value, Kind.OTHER, resource, pointer);
            return;
        }
        Kind.Slot slot = owner.slot(member.getKey());
        if (slot == null || !value.isContainerNode()) {
            return;
        }
        if (!slot.named()) {
            walk(value, slot.kind(), resource, pointer);
        } else if (value.path(Reference.REF).isTextual()) {
            misplaced(resource, pointer);
        } else if (value.isObject()) {
            value.properties().stream()
                    .filter(named ->
                            !(owner.hasExtensionsAmongNames() && named.getKey().startsWith("x-")))
                    .forEach(named -> walk(named.getValue(), slot.kind(), resource, pointer.child(named.getKey())));
        }
    }

    private void add(ObjectNode owner, String member, Resource resource, Pointer pointer, Kind kind) {
        String text = owner.path(member).asText();
        found.add(new Reference(owner, member, text, resource, pointer.child(member), kind));
    }

    private void misplaced(Resource resource, Pointer pointer) {
        refuse(
                "misplaced-ref",
                resource,
                pointer,
                "OpenAPI allows no $ref here",
                "refer to each member on its own, or bundle the document first");
    }

    private void refuse(String code, Resource resource, Pointer pointer, String message, String hint) {
        diagnostics.error(code, resource.tree().place(pointer.child(Reference.REF)), message, hint);
    }
}
