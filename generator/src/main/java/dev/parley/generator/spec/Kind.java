package dev.parley.generator.spec;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What an object of a document is, by where it stands; and so which of its members are references, and to what. */
enum Kind {
    DOCUMENT(null),
    COMPONENTS(null),
    PATH_ITEM("pathItems"),
    OPERATION(null),
    PARAMETER("parameters"),
    HEADER("headers"),
    REQUEST_BODY("requestBodies"),
    RESPONSE("responses"),
    MEDIA_TYPE(null),
    ENCODING(null),
    EXAMPLE("examples"),
    LINK("links"),
    CALLBACK("callbacks"),
    SECURITY_SCHEME("securitySchemes"),
    SCHEMA("schemas"),
    /** What holds no reference, and what no reference can lead to. */
    OTHER(null);

    private static final Map<String, Slot> IN_DOCUMENT = slots(List.of(
            named(PATH_ITEM, "paths", "webhooks"),
            named(SCHEMA, "$defs", "definitions"),
            one(COMPONENTS, "components"),
            one(OTHER, "info", "servers", "tags", "externalDocs", "security")));

    private static final Map<String, Slot> IN_COMPONENTS = Stream.of(values())
            .filter(kind -> kind.section != null)
            .collect(Collectors.toMap(Kind::section, kind -> new Slot(kind, true)));

    private static final Map<String, Slot> IN_PATH_ITEM = slots(List.of(
            one(OPERATION, "get", "put", "post", "delete", "options", "head", "patch", "trace"),
            one(PARAMETER, "parameters"),
            one(OTHER, "servers")));

    private static final Map<String, Slot> IN_OPERATION = slots(List.of(
            one(PARAMETER, "parameters"),
            one(REQUEST_BODY, "requestBody"),
            named(RESPONSE, "responses"),
            named(CALLBACK, "callbacks"),
            one(OTHER, "servers", "security", "externalDocs")));

    private static final Map<String, Slot> IN_PARAMETER =
            slots(List.of(one(SCHEMA, "schema"), named(MEDIA_TYPE, "content"), named(EXAMPLE, "examples")));

    private static final Map<String, Slot> IN_REQUEST_BODY = slots(List.of(named(MEDIA_TYPE, "content")));

    private static final Map<String, Slot> IN_RESPONSE =
            slots(List.of(named(HEADER, "headers"), named(MEDIA_TYPE, "content"), named(LINK, "links")));

    private static final Map<String, Slot> IN_MEDIA_TYPE =
            slots(List.of(one(SCHEMA, "schema"), named(ENCODING, "encoding"), named(EXAMPLE, "examples")));

    private static final Map<String, Slot> IN_ENCODING = slots(List.of(named(HEADER, "headers")));

    private static final Map<String, Slot> IN_SCHEMA = slots(List.of(
            named(
                    SCHEMA,
                    "properties",
                    "patternProperties",
                    "$defs",
                    "definitions",
                    "dependentSchemas",
                    "dependencies"),
            one(
                    SCHEMA,
                    "items",
                    "prefixItems",
                    "additionalItems",
                    "additionalProperties",
                    "unevaluatedItems",
                    "unevaluatedProperties",
                    "contains",
                    "contentSchema",
                    "propertyNames",
                    "not",
                    "if",
                    "then",
                    "else",
                    "allOf",
                    "anyOf",
                    "oneOf")));

    private static final Slot CALLBACK_EXPRESSION = new Slot(PATH_ITEM, false);

    private final @Nullable String section;

    Kind(@Nullable String section) {
        this.section = section;
    }

    /** Returns the member of {@code components} that holds such objects. */
    String section() {
        if (section == null) {
            throw new IllegalStateException(this + " is no component");
        }
        return section;
    }

    /** Returns whether a reference may stand in the place of such an object. */
    boolean referable() {
        return section != null;
    }

    /** Returns what people call it. */
    String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** Returns what stands below a member of such an object, or {@code null} if that is data. */
    @Nullable
    Slot slot(String member) {
        return switch (this) {
            case DOCUMENT -> IN_DOCUMENT.get(member);
            case COMPONENTS -> IN_COMPONENTS.get(member);
            case PATH_ITEM -> IN_PATH_ITEM.get(member);
            case OPERATION -> IN_OPERATION.get(member);
            case PARAMETER, HEADER -> IN_PARAMETER.get(member);
            case REQUEST_BODY -> IN_REQUEST_BODY.get(member);
            case RESPONSE -> IN_RESPONSE.get(member);
            case MEDIA_TYPE -> IN_MEDIA_TYPE.get(member);
            case ENCODING -> IN_ENCODING.get(member);
            case CALLBACK -> member.startsWith("x-") ? null : CALLBACK_EXPRESSION;
            case SCHEMA -> IN_SCHEMA.get(member);
            case EXAMPLE, LINK, SECURITY_SCHEME, OTHER -> null;
        };
    }

    /** Returns whether a name of a map below such an object may be an extension, as under {@code paths}. */
    boolean hasExtensionsAmongNames() {
        return this == DOCUMENT || this == OPERATION;
    }

    private static Map<String, Slot> slots(List<Map<String, Slot>> parts) {
        Map<String, Slot> slots = new TreeMap<>();
        parts.forEach(slots::putAll);
        return slots;
    }

    private static Map<String, Slot> one(Kind kind, String... members) {
        return Set.of(members).stream().collect(Collectors.toMap(member -> member, member -> new Slot(kind, false)));
    }

    private static Map<String, Slot> named(Kind kind, String... members) {
        return Set.of(members).stream().collect(Collectors.toMap(member -> member, member -> new Slot(kind, true)));
    }

    /**
     * What stands below a member.
     *
     * @param kind what each of them is
     * @param named whether names lead to them, as under {@code properties}; else there is one of them, or a list
     */
    record Slot(Kind kind, boolean named) {}
}
