package dev.parley.generator.resolve;

import dev.parley.generator.diagnostic.Diagnostics;
import dev.parley.generator.model.TypeRef.FreeForm;
import dev.parley.generator.model.TypeRef.Scalar;
import dev.parley.generator.resolve.Keywords.AdditionalProperties;
import io.swagger.v3.oas.models.media.Schema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads schemas that are not made of others. */
final class PlainShapes {

    private final ValueShapes values;
    private final BranchMerging merging;
    private final Diagnostics diagnostics;

    PlainShapes(Diagnostics diagnostics) {
        this.values = new ValueShapes(diagnostics);
        this.merging = new BranchMerging(diagnostics);
        this.diagnostics = diagnostics;
    }

    Shape read(SchemaNode node) {
        Schema<?> schema = node.schema();
        Origin origin = Origin.of(node);
        if (Keywords.onlyNull(schema)) {
            return new Shape.Null(origin);
        }
        Set<String> types = Keywords.types(schema);
        Shape listed = values.read(origin, schema, types);
        if (listed != null) {
            return listed;
        }
        if (types.size() > 1) {
            return anyOf(types, node, origin);
        }
        return types.isEmpty() ? untyped(node, origin) : typed(types.iterator().next(), node, origin);
    }

    /** {@code type: [string, array]} is a choice by kind. */
    private Shape anyOf(Set<String> types, SchemaNode node, Origin origin) {
        List<Shape.Branch> branches = new ArrayList<>();
        for (String type : types) {
            SchemaNode place = node.below(new Schema<>(), "type", String.valueOf(branches.size()));
            branches.add(new Shape.Branch(place, typed(type, node, Origin.of(place))));
        }
        return merging.merge(origin, branches, null);
    }

    private Shape untyped(SchemaNode node, Origin origin) {
        Schema<?> schema = node.schema();
        if (schema.getProperties() != null
                || Keywords.additionalProperties(schema).present()) {
            return object(node, origin);
        }
        return schema.getItems() != null ? array(node, origin) : new Shape.Free(origin, FreeForm.VALUE);
    }

    private Shape typed(String type, SchemaNode node, Origin origin) {
        return switch (type) {
            case "string" -> new Shape.Scalar(origin, Scalar.STRING);
            case "integer" ->
                new Shape.Scalar(origin, "int32".equals(node.schema().getFormat()) ? Scalar.INT : Scalar.LONG);
            case "number" -> new Shape.Scalar(origin, Scalar.DOUBLE);
            case "boolean" -> new Shape.Scalar(origin, Scalar.BOOLEAN);
            case "array" -> array(node, origin);
            case "object" -> object(node, origin);
            default -> unknown(type, origin);
        };
    }

    private Shape array(SchemaNode node, Origin origin) {
        Schema<?> schema = node.schema();
        boolean uniform = schema.getItems() != null && !Keywords.isFilled(schema.getPrefixItems());
        return new Shape.Sequence(origin, uniform ? List.of(node.below(schema.getItems(), "items")) : List.of());
    }

    private Shape object(SchemaNode node, Origin origin) {
        Schema<?> schema = node.schema();
        AdditionalProperties additional = Keywords.additionalProperties(schema);
        @Nullable Schema<?> further = additional.schema();
        if (schema.getProperties() != null) {
            if (further != null) {
                diagnostics.note(
                        "additional-properties-untyped",
                        node.pointer(),
                        "Members beside the named ones are kept as JSON, not as the type of additionalProperties",
                        "Put them into a property of their own if they need a type");
            }
            return structure(node, origin);
        }
        if (further != null) {
            return new Shape.Mapping(origin, List.of(node.below(further, "additionalProperties")));
        }
        boolean closed = !additional.allowed() && schema.getPatternProperties() == null;
        return closed ? structure(node, origin) : new Shape.Free(origin, FreeForm.OBJECT);
    }

    /** Reads the named members of a schema and which of them are required, whatever else it says. */
    static Shape.Structure structure(SchemaNode node, Origin origin) {
        Map<String, Shape.Property> properties = new LinkedHashMap<>();
        Keywords.properties(node.schema())
                .forEach((name, schema) -> properties.put(
                        name, new Shape.Property(node.below(schema, "properties", name), origin.pointer(), null)));
        return new Shape.Structure(origin, properties, new LinkedHashSet<>(Keywords.required(node.schema())));
    }

    private Shape unknown(String type, Origin origin) {
        diagnostics.error(
                "unknown-type",
                origin.pointer(),
                "There is no type " + type + " in JSON Schema",
                "Use string, integer, number, boolean, array, object or null");
        return new Shape.Free(origin, FreeForm.VALUE);
    }
}
