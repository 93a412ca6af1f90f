package dev.parley.generator.resolve;

import static dev.parley.generator.resolve.Resolution.constant;
import static dev.parley.generator.resolve.Resolution.declared;
import static dev.parley.generator.resolve.Resolution.preset;
import static dev.parley.generator.resolve.Resolution.property;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.generator.model.ConstantValue;
import dev.parley.generator.model.Documentation;
import dev.parley.generator.model.EnumDeclaration.EnumValue;
import dev.parley.generator.model.NameHint;
import dev.parley.generator.model.Presence;
import dev.parley.generator.model.TypeRef;
import dev.parley.generator.model.TypeRef.Scalar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ValueShapesTest {

    @Test
    void oneValue_requiredAndNotNullable_isAConstant() {
        Resolution resolution = Resolution.ofSchemas("""
            Root:
              type: object
              required: [a, b, c, d, e]
              properties:
                a: {type: string, enum: [x]}
                b: {const: x}
                c: {type: boolean, enum: [true]}
                d: {type: integer, enum: [7]}
                e: {const: 5000000000}
            """);

        assertThat(resolution.record("Root").members())
                .containsExactly(
                        constant("a", "x"),
                        constant("b", "x"),
                        constant("c", new ConstantValue.Flag(true)),
                        constant("d", new ConstantValue.Integral(7)),
                        constant("e", new ConstantValue.Integral(5_000_000_000L)));
    }

    @Test
    void oneValue_optionalOrNullable_isAPresetOfPlainType() {
        Resolution resolution = Resolution.ofSchemas("""
            Root:
              type: object
              required: [b]
              properties:
                a: {type: string, enum: [x], x-stainless-const: true}
                b: {anyOf: [{const: 7}, {type: 'null'}]}
            """);

        assertThat(resolution.record("Root").members())
                .containsExactly(
                        preset("a", Presence.OPTIONAL, new ConstantValue.Text("x")),
                        preset("b", Presence.REQUIRED_NULLABLE, new ConstantValue.Integral(7)));
    }

    @Test
    void constantExtension_besideSeveralValues_isIgnored() {
        Resolution resolution = Resolution.ofProperty("{type: string, enum: [a, b], x-stainless-const: true}");

        assertThat(resolution.values("Root/properties/it")).containsExactly("a", "b");
    }

    @Test
    void severalStrings_areAnOpenEnumWithTheirProse() {
        Resolution resolution =
                Resolution.ofProperty("{description: What., enum: [a, b, a], x-enum-descriptions: {b: The second.}}");

        assertThat(resolution.it().documentation()).isEqualTo(new Documentation("What."));
        assertThat(resolution.openEnum("Root/properties/it").values())
                .containsExactly(
                        new EnumValue("a", NameHint.of("a"), Documentation.NONE),
                        new EnumValue("b", NameHint.of("b"), new Documentation("The second.")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{anyOf: [{type: string}, {type: string, enum: [a, b]}]}",
                "{anyOf: [{type: string, enum: [a, b]}, {type: string}]}",
                "{oneOf: [{type: string, enum: [a]}, {type: string, enum: [b]}]}",
                "{anyOf: [{const: a}, {const: b}, {type: string, format: uri}]}",
                "{anyOf: [{type: string}, {enum: [a]}, {enum: [b]}, {type: 'null'}]}",
                "{enum: [a, b, null]}"
            })
    void stringsAndEnumsTogether_areOneOpenEnum(String schema) {
        Resolution resolution = Resolution.ofProperty(schema);

        assertThat(resolution.it()).isEqualTo(property("it", declared("Root/properties/it"), Presence.OPTIONAL));
        assertThat(resolution.values("Root/properties/it")).containsExactly("a", "b");
    }

    @Test
    void stringBesideReferencedEnum_isThatEnum() {
        Resolution resolution = Resolution.ofSchemas("""
            Model: {type: string, enum: [a, b]}
            Root: {type: object, properties: {it: {anyOf: [{type: string}, {$ref: '#/components/schemas/Model'}]}}}
            """);

        assertThat(resolution.itsType()).isEqualTo(declared("Model"));
    }

    @Test
    void enumsOfTwoReferences_becomeOneOfTheirOwn() {
        Resolution resolution = Resolution.ofSchemas("""
            Old: {type: string, enum: [a, b]}
            New: {type: string, enum: [b, c]}
            Root: {type: object, properties: {it: {anyOf: [{$ref: '#/components/schemas/Old'}, {$ref: '#/components/schemas/New'}]}}}
            """);

        assertThat(resolution.values("Root/properties/it")).containsExactly("a", "b", "c");
        assertThat(resolution.pointers()).doesNotContain("/components/schemas/Old");
    }

    @Test
    void numbers_listed_arePlainWithANote() {
        Resolution resolution = Resolution.ofProperty("{type: integer, enum: [1, 2]}");

        assertThat(resolution.itsType()).isEqualTo(Scalar.LONG);
        assertThat(resolution.reports()).containsExactly("NOTE enum-as-scalar /components/schemas/Root/properties/it");
    }

    @Test
    void unquotedYamlWords_areReported() {
        Resolution resolution = Resolution.ofProperty("{type: string, enum: [yes, no]}");

        assertThat(resolution.itsType()).isEqualTo(Scalar.STRING);
        assertThat(resolution.reports())
                .containsExactly("WARNING enum-value-no-string /components/schemas/Root/properties/it");
    }

    @Test
    void mixedValues_areAChoiceByKind() {
        assertThat(Resolution.ofProperty("{enum: [a, 1, true], x-parley-untyped: true}")
                        .itsType())
                .isInstanceOf(TypeRef.Declared.class);
    }

    @Test
    void datesOfOpenApi30_areStringsAgain() {
        Resolution resolution = Resolution.ofSchemas(
                "3.0.3",
                "Root: {type: object, properties: {it: {type: string, format: date, enum: ['2020-01-02',"
                        + " '2021-03-04']}}}");

        assertThat(resolution.values("Root/properties/it")).containsExactly("2020-01-02", "2021-03-04");
    }
}
