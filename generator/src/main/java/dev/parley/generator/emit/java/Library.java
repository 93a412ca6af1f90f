package dev.parley.generator.emit.java;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The types that generated source refers to outside of itself. */
final class Library {

    static final ClassName NULLABLE = ClassName.get("org.jspecify.annotations", "Nullable");
    static final ClassName GENERATED = ClassName.get("javax.annotation.processing", "Generated");

    static final ClassName LIST = ClassName.get("java.util", "List");
    static final ClassName MAP = ClassName.get("java.util", "Map");
    static final ClassName ARRAY_LIST = ClassName.get("java.util", "ArrayList");
    static final ClassName OBJECTS = ClassName.get("java.util", "Objects");

    static final ClassName JSON_OBJECT = ClassName.get("dev.parley.runtime.json", "JsonObject");
    static final ClassName JSON_VALUE = ClassName.get("dev.parley.runtime.json", "JsonValue");
    static final ClassName JSON_WRITABLE = ClassName.get("dev.parley.runtime.json", "JsonWritable");
    static final ClassName OPEN_ENUM = ClassName.get("dev.parley.runtime.json", "OpenEnum");

    static final ClassName VALIDATABLE = ClassName.get("dev.parley.runtime.validation", "Validatable");
    static final ClassName VIOLATION = ClassName.get("dev.parley.runtime.validation", "Violation");
    static final ClassName VIOLATIONS = ClassName.get("dev.parley.runtime.validation", "Violations");

    static final ClassName FILE_CONTENT = ClassName.get("dev.parley.runtime.body", "FileContent");

    static final ClassName ADDITIONAL_PROPERTIES = ClassName.get("dev.parley.runtime.codec", "AdditionalProperties");
    static final ClassName COPIES = ClassName.get("dev.parley.runtime.codec", "Copies");
    static final ClassName JSON_KIND = ClassName.get("dev.parley.runtime.codec", "JsonKind");
    static final ClassName JSON_READER = ClassName.get("dev.parley.runtime.codec", "JsonReader");
    static final ClassName JSON_WRITER = ClassName.get("dev.parley.runtime.codec", "JsonWriter");
    static final ClassName KNOWN_VALUES = ClassName.get("dev.parley.runtime.codec", "KnownValues");
    static final ClassName MEMBERS = ClassName.get("dev.parley.runtime.codec", "Members");
    static final ClassName REQUIRED_MEMBERS = ClassName.get("dev.parley.runtime.codec", "RequiredMembers");

    /** What a file may import, by simple names. */
    static final Set<String> SIMPLE_NAMES = Stream.of(
                    NULLABLE,
                    GENERATED,
                    LIST,
                    MAP,
                    ARRAY_LIST,
                    OBJECTS,
                    JSON_OBJECT,
                    JSON_VALUE,
                    JSON_WRITABLE,
                    OPEN_ENUM,
                    VALIDATABLE,
                    VIOLATION,
                    VIOLATIONS,
                    ADDITIONAL_PROPERTIES,
                    COPIES,
                    JSON_KIND,
                    JSON_READER,
                    JSON_WRITER,
                    KNOWN_VALUES,
                    MEMBERS,
                    REQUIRED_MEMBERS)
            .map(ClassName::simpleName)
            .collect(Collectors.toSet());

    /** {@code @Generated("dev.parley.generator")}, without a date or a version: the same input gives the same bytes. */
    static final AnnotationSpec GENERATED_BY_PARLEY = AnnotationSpec.builder(GENERATED)
            .addMember("value", "$S", "dev.parley.generator")
            .build();

    private Library() {}
}
