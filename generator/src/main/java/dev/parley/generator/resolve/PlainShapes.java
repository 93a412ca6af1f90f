package dev.parley.generator.resolve;

import dev.parley.generator.diagnostic.Diagnostics;
import dev.parley.generator.model.TypeRef.FreeForm;
import dev.parley.generator.model.TypeRef.Scalar;
import io.swagger.v3.oas.models.media.Schema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads schemas that are not made of others. */
final class PlainShapes {

    private final ValueShapes values;
    private final BranchMerging merging;
    private final NumberTypes numbers;
    private final ArrayShapes arrays;
    private final ObjectShapes objects;
    private final Diagnostics diagnostics;

    PlainShapes(Diagnostics diagnostics) {
        this.merging = new BranchMerging(diagnostics);
        this.values = new ValueShapes(merging, diagnostics);
        this.numbers = new NumberTypes(diagnostics);
        this.arrays = new ArrayShapes(diagnostics);
        this.objects = new ObjectShapes(diagnostics);
        this.diagnostics = diagnostics;
    }

    Shape read(SchemaNode node) {
        Schema<?> schema = node.schema();
        Origin origin = Origin.of(node);
        if (Keywords.onlyNull(schema)) {
            return new Shape.Null(origin);
        }
        Set<String> types = Keywords.types(schema);
        Shape listed = values.read(node, types);
        if (listed != null) {
            return listed;
        }
        if (types.size() > 1) {
            return anyOf(types, node, origin);
        }
        return types.isEmpty() ? untyped(node, origin) : typed(types.iterator().next(), node, origin);
    }

    /** Returns whether a keyword says what the elements of an array are. */
    static boolean hasElements(Schema<?> schema) {
        return schema.getItems() != null || Keywords.isFilled(schema.getPrefixItems());
    }

    /** Returns whether a keyword says what the values of a map are. */
    static boolean isMap(Schema<?> schema) {
        return schema.getProperties() == null
                && (Keywords.additionalProperties(schema).schema() != null || schema.getPatternProperties() != null);
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
        boolean object = schema.getProperties() != null
                || schema.getPatternProperties() != null
                || Keywords.additionalProperties(schema).present();
        if (object && hasElements(schema)) {
            return anyOf(new LinkedHashSet<>(List.of("object", "array")), node, origin);
        }
        if (object) {
            return objects.read(node, origin);
        }
        return hasElements(schema) ? arrays.read(node, origin) : new Shape.Free(origin, FreeForm.VALUE);
    }

    private Shape typed(String type, SchemaNode node, Origin origin) {
        return switch (type) {
            case "string" -> new Shape.Scalar(origin, Scalar.STRING);
            case "integer", "number" -> new Shape.Scalar(origin, numbers.read(node, type));
            case "boolean" -> new Shape.Scalar(origin, Scalar.BOOLEAN);
            case "array" -> arrays.read(node, origin);
            case "object" -> objects.read(node, origin);
            default -> unknown(type, origin);
        };
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
