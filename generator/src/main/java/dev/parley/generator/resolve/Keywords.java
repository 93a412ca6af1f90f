package dev.parley.generator.resolve;

import com.fasterxml.jackson.databind.node.NullNode;
import io.swagger.v3.oas.models.media.Schema;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads single keywords of a schema, whichever version of OpenAPI the parser modelled it for. */
final class Keywords {

    private static final String NULL = "null";

    private Keywords() {}

    /** Marks a schema with values but without a type, to which the parser would give one; set before parsing. */
    static final String UNTYPED = "x-parley-untyped";

    /** Returns the {@code type} keyword without {@code null}, in the order of the document. */
    static Set<String> types(Schema<?> schema) {
        Set<String> types = declaredTypes(schema);
        types.remove(NULL);
        return types;
    }

    /** Returns whether the schema allows {@code null} by one of its own keywords. */
    static boolean nullable(Schema<?> schema) {
        return Boolean.TRUE.equals(schema.getNullable())
                || Boolean.TRUE.equals(extension(schema, "nullable"))
                || declaredTypes(schema).contains(NULL)
                || (schema.getEnum() != null && schema.getEnum().contains(null));
    }

    /** Returns whether the schema allows nothing but {@code null}. */
    static boolean onlyNull(Schema<?> schema) {
        return declaredTypes(schema).equals(Set.of(NULL))
                || schema.getConst() instanceof NullNode
                || (schema.getEnum() != null
                        && !schema.getEnum().isEmpty()
                        && schema.getEnum().stream().allMatch(value -> value == null));
    }

    /** Returns the values of {@code const} or {@code enum} but {@code null}, empty if there is neither. */
    static List<Object> values(Schema<?> schema) {
        List<Object> values = new ArrayList<>();
        if (schema.getConst() != null) {
            values.add(schema.getConst());
        } else if (schema.getEnum() != null) {
            schema.getEnum().forEach(value -> values.add(value));
        }
        values.removeIf(value -> value == null || value instanceof NullNode);
        values.replaceAll(Keywords::undate);
        return new ArrayList<>(new LinkedHashSet<>(values));
    }

    /** Returns what {@code additionalProperties} says about the type of further members. */
    static AdditionalProperties additionalProperties(Schema<?> schema) {
        Object value = schema.getAdditionalProperties();
        if (value == null) {
            return new AdditionalProperties(false, true, null);
        }
        if (value instanceof Schema<?> values) {
            if (Boolean.FALSE.equals(values.getBooleanSchemaValue())) {
                return new AdditionalProperties(true, false, null);
            }
            return new AdditionalProperties(true, true, isAnything(values) ? null : values);
        }
        return new AdditionalProperties(true, !Boolean.FALSE.equals(value), null);
    }

    /** Returns whether the schema is {@code true} or says nothing about the value's shape. */
    static boolean isAnything(Schema<?> schema) {
        return !hasStructure(schema) && declaredTypes(schema).isEmpty() && schema.getRequired() == null;
    }

    /** Returns whether a keyword beside {@code type} and {@code required} says what the value looks like. */
    static boolean hasStructure(Schema<?> schema) {
        return schema.get$ref() != null
                || extension(schema, "$recursiveRef") != null
                || schema.get$dynamicRef() != null
                || Boolean.FALSE.equals(schema.getBooleanSchemaValue())
                || schema.getProperties() != null
                || schema.getAdditionalProperties() != null
                || schema.getPatternProperties() != null
                || schema.getItems() != null
                || schema.getPrefixItems() != null
                || schema.getConst() != null
                || schema.getEnum() != null
                || hasComposition(schema);
    }

    /** Returns whether the schema is made of others. */
    static boolean hasComposition(Schema<?> schema) {
        return isFilled(schema.getAllOf()) || hasChoice(schema);
    }

    /** Returns whether the schema is a choice between others. */
    static boolean hasChoice(Schema<?> schema) {
        return isFilled(schema.getOneOf()) || isFilled(schema.getAnyOf());
    }

    /**
     * Returns whether the schema only narrows what stands beside it: it names no member, no type but {@code object}.
     */
    static boolean isConstraint(Schema<?> schema) {
        Set<String> types = declaredTypes(schema);
        return !hasStructure(schema)
                && (types.isEmpty() || types.equals(Set.of("object")))
                && (isFilled(schema.getRequired()) || schema.getNot() != null);
    }

    /** Returns the named members, in the order of the document; empty if there are none. */
    static Map<String, Schema<?>> properties(Schema<?> schema) {
        Map<String, Schema<?>> properties = new LinkedHashMap<>();
        if (schema.getProperties() != null) {
            schema.getProperties().forEach((name, property) -> properties.put(name, property));
        }
        return properties;
    }

    /** Returns a list of schemas as the parser keeps it, typed; empty if there is none. */
    static List<Schema<?>> schemas(@Nullable List<?> list) {
        List<Schema<?>> schemas = new ArrayList<>();
        if (list != null) {
            list.forEach(schema -> schemas.add((Schema<?>) schema));
        }
        return schemas;
    }

    static List<String> required(Schema<?> schema) {
        return schema.getRequired() == null ? List.of() : schema.getRequired();
    }

    /** Returns the value of an extension, or of a keyword that the parser does not know, or {@code null}. */
    static @Nullable Object extension(Schema<?> schema, String name) {
        Map<String, Object> extensions = schema.getExtensions();
        return extensions == null ? null : extensions.get(name);
    }

    static boolean isFilled(@Nullable List<?> list) {
        return list != null && !list.isEmpty();
    }

    /** Returns whether a keyword says what the members of an object or the elements of an array are. */
    static boolean hasMembersOrElements(Schema<?> schema) {
        return schema.getProperties() != null
                || schema.getAdditionalProperties() != null
                || schema.getPatternProperties() != null
                || schema.getItems() != null
                || schema.getPrefixItems() != null;
    }

    private static Set<String> declaredTypes(Schema<?> schema) {
        if (Boolean.TRUE.equals(extension(schema, UNTYPED))) {
            return new LinkedHashSet<>();
        }
        if (schema.getTypes() != null) {
            return new LinkedHashSet<>(schema.getTypes());
        }
        return schema.getType() == null ? new LinkedHashSet<>() : new LinkedHashSet<>(List.of(schema.getType()));
    }

    /** The parser turns some strings of OpenAPI 3.0 enums into objects of Java; turns them back where that is exact. */
    private static Object undate(Object value) {
        if (value instanceof Date date) {
            return date.toInstant().atZone(ZoneOffset.UTC).toLocalDate().toString();
        }
        return value instanceof UUID ? value.toString() : value;
    }

    /**
     * What a schema says about members that it does not name.
     *
     * @param present whether the keyword is there
     * @param allowed whether there may be further members
     * @param schema the schema of their values, or {@code null} if it says nothing
     */
    record AdditionalProperties(
            boolean present, boolean allowed, @Nullable Schema<?> schema) {}
}
