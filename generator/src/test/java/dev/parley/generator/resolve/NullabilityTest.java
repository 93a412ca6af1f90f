package dev.parley.generator.resolve;

import static dev.parley.generator.resolve.Resolution.property;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.generator.model.Presence;
import dev.parley.generator.model.TypeRef;
import dev.parley.generator.model.TypeRef.Scalar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NullabilityTest {

    private static final String COMPONENTS = """
        Nullable: {anyOf: [{type: string}, {type: 'null'}]}
        Alias: {$ref: '#/components/schemas/Nullable'}
        Nothing: {type: 'null'}
        Text: {type: string}
        """;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{type: [string, 'null']}",
                "{type: ['null', string]}",
                "{anyOf: [{type: string}, {type: 'null'}]}",
                "{oneOf: [{type: 'null'}, {type: string}]}",
                "{anyOf: [{type: string}, {const: null}]}",
                "{anyOf: [{type: string}, {type: 'null', enum: [null]}]}",
                "{anyOf: [{type: [string, 'null']}]}",
                "{anyOf: [{anyOf: [{type: string}, {type: 'null'}]}]}",
                "{anyOf: [{type: string}, {$ref: '#/components/schemas/Nothing'}]}",
                "{allOf: [{$ref: '#/components/schemas/Nullable'}]}",
                "{allOf: [{$ref: '#/components/schemas/Text'}, {nullable: true}]}",
                "{type: string, nullable: true}",
                "{$ref: '#/components/schemas/Nullable'}",
                "{$ref: '#/components/schemas/Alias'}"
            })
    void requiredString_thatMayBeNull_isRequiredNullable(String schema) {
        Resolution resolution = Resolution.ofSchemas(
                COMPONENTS + "Root: {type: object, properties: {it: " + schema + "}, required: [it]}\n");

        assertThat(resolution.record("Root").members())
                .containsExactly(property("it", Scalar.STRING, Presence.REQUIRED_NULLABLE));
        assertThat(resolution.diagnostics()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{type: string, nullable: true}",
                "{nullable: true, allOf: [{$ref: '#/components/schemas/Text'}]}",
                "{$ref: '#/components/schemas/Nullable'}"
            })
    void requiredString_ofOpenApi30_isRequiredNullable(String schema) {
        Resolution resolution = Resolution.ofSchemas(
                "3.0.3",
                "Nullable: {type: string, nullable: true}\nText: {type: string}\n"
                        + "Root: {type: object, properties: {it: " + schema + "}, required: [it]}\n");

        assertThat(resolution.record("Root").members())
                .containsExactly(property("it", Scalar.STRING, Presence.REQUIRED_NULLABLE));
    }

    @Test
    void nullableString_thatIsNotRequired_isOptional() {
        assertThat(Resolution.ofProperty("{type: [string, 'null']}").it())
                .isEqualTo(property("it", Scalar.STRING, Presence.OPTIONAL));
    }

    @Test
    void anyJson_isNeverRequiredNullable() {
        Resolution resolution = Resolution.ofSchemas(
                "Root: {type: object, properties: {it: {anyOf: [{}, {type: 'null'}]}}, required: [it]}");

        assertThat(resolution.it()).isEqualTo(property("it", TypeRef.FreeForm.VALUE, Presence.REQUIRED));
    }

    @Test
    void elementsAndValues_thatMayBeNull_areMarked() {
        assertThat(Resolution.ofProperty("{type: array, items: {type: [integer, 'null']}}")
                        .itsType())
                .isEqualTo(new TypeRef.ListOf(Scalar.LONG, true));
        assertThat(Resolution.ofProperty("{type: object, additionalProperties: {type: [integer, 'null']}}")
                        .itsType())
                .isEqualTo(new TypeRef.MapOf(Scalar.LONG, true));
        assertThat(Resolution.ofProperty("{type: array, items: {}}").itsType())
                .isEqualTo(new TypeRef.ListOf(TypeRef.FreeForm.VALUE, false));
    }

    @Test
    void namedObject_wrappedInNull_keepsItsName() {
        Resolution resolution = Resolution.ofSchemas("""
            Place: {anyOf: [{type: object, title: A place, properties: {city: {type: string}}}, {type: 'null'}]}
            Root: {type: object, properties: {it: {$ref: '#/components/schemas/Place'}}, required: [it]}
            """);

        assertThat(resolution.it()).isEqualTo(property("it", Resolution.declared("Place"), Presence.REQUIRED_NULLABLE));
        assertThat(resolution.record("Place").members())
                .containsExactly(property("city", Scalar.STRING, Presence.OPTIONAL));
    }
}
