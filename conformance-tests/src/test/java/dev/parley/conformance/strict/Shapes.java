package dev.parley.conformance.strict;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What a schema's instances look like from outside: their kind, and of objects the value of the member {@code type}, if
 * the schema fixes it. It tells the branches of a choice apart, as the discriminators of the documents do, also where a
 * choice has none.
 */
final class Shapes {

    static final String TAG = "type";

    private static final Set<String> KINDS = Set.of("null", "boolean", "number", "string", "array");

    private final JsonNode root;
    private final Map<JsonNode, Set<Shape>> known = new IdentityHashMap<>();

    Shapes(JsonNode root) {
        this.root = root;
    }

    /**
     * One way that an instance may look.
     *
     * @param kind the JSON kind
     * @param tagged whether it is an object of one type
     * @param tag its type; empty where it has none, or may have any
     */
    record Shape(String kind, boolean tagged, String tag) {

        static Shape of(String kind) {
            return new Shape(kind.equals("integer") ? "number" : kind, false, "");
        }

        static Shape object(String tag) {
            return new Shape("object", true, tag);
        }

        /** An object whose member {@code type} is not there, or null. */
        static Shape untagged() {
            return object("");
        }

        boolean isAnyObject() {
            return kind.equals("object") && !tagged;
        }

        private boolean fits(JsonNode instance) {
            if (!kindOf(instance).equals(kind)) {
                return false;
            }
            if (!tagged) {
                return true;
            }
            JsonNode found = instance.get(TAG);
            return tag.isEmpty() ? found == null || found.isNull() : found != null && tag.equals(found.textValue());
        }
    }

    /** Whether an instance can be one of a schema's, as far as its kind and tag tell. */
    boolean fits(JsonNode schema, JsonNode instance) {
        return of(schema).stream().anyMatch(shape -> shape.fits(instance));
    }

    /** The ways that instances of a schema may look. */
    synchronized Set<Shape> of(JsonNode schema) {
        Set<Shape> found = known.get(schema);
        if (found == null) {
            known.put(schema, Set.of());
            found = found(schema);
            known.put(schema, found);
        }
        return found;
    }

    /** The schema that a reference names. */
    JsonNode target(String reference) {
        JsonNode target = root.at(reference.substring(1));
        if (target.isMissingNode()) {
            throw new IllegalStateException("nothing is at " + reference);
        }
        return target;
    }

    private Set<Shape> found(JsonNode schema) {
        Set<Shape> shapes = own(schema);
        if (schema.has("$ref")) {
            shapes = both(shapes, of(target(schema.get("$ref").textValue())));
        }
        for (JsonNode part : schema.path("allOf")) {
            shapes = both(shapes, of(part));
        }
        for (String choice : new String[] {"anyOf", "oneOf"}) {
            if (schema.has(choice)) {
                Set<Shape> branches = new LinkedHashSet<>();
                schema.get(choice).forEach(branch -> branches.addAll(of(branch)));
                shapes = both(shapes, branches);
            }
        }
        return shapes;
    }

    private Set<Shape> own(JsonNode schema) {
        Set<Shape> shapes = new LinkedHashSet<>();
        JsonNode type = schema.path("type");
        boolean members = schema.has("properties");
        if (type.isMissingNode() && !members) {
            KINDS.forEach(kind -> shapes.add(Shape.of(kind)));
        } else if (type.isTextual()) {
            shapes.add(Shape.of(type.textValue()));
        } else {
            type.forEach(kind -> shapes.add(Shape.of(kind.textValue())));
        }
        if (schema.path("nullable").booleanValue()) {
            shapes.add(Shape.of("null"));
        }
        boolean object = shapes.remove(Shape.of("object"));
        if (object || type.isMissingNode()) {
            shapes.addAll(objects(schema));
        }
        return shapes;
    }

    private Set<Shape> objects(JsonNode schema) {
        Set<String> tags = constants(schema.path("properties").path(TAG));
        if (tags == null) {
            return Set.of(Shape.of("object"));
        }
        Set<Shape> shapes = new LinkedHashSet<>();
        tags.forEach(tag -> shapes.add(Shape.object(tag)));
        if (!requires(schema)) {
            shapes.add(Shape.untagged());
        }
        return shapes;
    }

    private static boolean requires(JsonNode schema) {
        for (JsonNode name : schema.path("required")) {
            if (name.textValue().equals(TAG)) {
                return true;
            }
        }
        return false;
    }

    /** The values that a schema fixes, empty for null; null if it fixes none. */
    private @Nullable Set<String> constants(JsonNode schema) {
        JsonNode resolved = schema.has("$ref") ? target(schema.get("$ref").textValue()) : schema;
        Set<String> constants = new LinkedHashSet<>();
        for (JsonNode branch : resolved.path("anyOf")) {
            Set<String> inner = branch.path("type").asText().equals("null") ? Set.of("") : constants(branch);
            if (inner == null) {
                return null;
            }
            constants.addAll(inner);
        }
        if (resolved.has("const")) {
            constants.add(resolved.get("const").asText());
        }
        resolved.path("enum").forEach(value -> constants.add(value.asText()));
        return constants.isEmpty() ? null : constants;
    }

    private static Set<Shape> both(Set<Shape> one, Set<Shape> other) {
        Set<Shape> both = new LinkedHashSet<>();
        for (Shape shape : one) {
            if (other.contains(shape) || shape.kind.equals("object") && contains(other, Shape::isAnyObject)) {
                both.add(shape);
            } else if (shape.isAnyObject()) {
                Set<Shape> objects = new HashSet<>(other);
                objects.removeIf(each -> !each.kind.equals("object"));
                both.addAll(objects);
            }
        }
        return both;
    }

    private static boolean contains(Set<Shape> shapes, Predicate<Shape> condition) {
        return shapes.stream().anyMatch(condition);
    }

    private static String kindOf(JsonNode instance) {
        return switch (instance.getNodeType()) {
            case NULL -> "null";
            case BOOLEAN -> "boolean";
            case NUMBER -> "number";
            case STRING -> "string";
            case ARRAY -> "array";
            default -> "object";
        };
    }
}
