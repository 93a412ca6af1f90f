package dev.parley.generator.resolve;

import static dev.parley.generator.resolve.Resolution.component;
import static dev.parley.generator.resolve.Resolution.declared;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.generator.model.Constraints;
import dev.parley.generator.model.Documentation;
import dev.parley.generator.model.JsonKind;
import dev.parley.generator.model.NameHint;
import dev.parley.generator.model.Placement;
import dev.parley.generator.model.TypeRef;
import dev.parley.generator.model.TypeRef.ListOf;
import dev.parley.generator.model.TypeRef.MapOf;
import dev.parley.generator.model.TypeRef.Scalar;
import dev.parley.generator.model.Variant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnionDraftsTest {

    private static Variant wrapper(String name, JsonKind kind, TypeRef type) {
        return new Variant.Wrapper(NameHint.of(name), kind, type, Documentation.NONE, Constraints.NONE);
    }

    @Test
    void scalarsListsAndMaps_areWrappedAndNamedForTheirKind() {
        Resolution resolution = Resolution.ofProperty("""
            {oneOf: [{type: string}, {type: integer}, {type: boolean}, {type: array, items: {type: string}}, \
            {type: object, additionalProperties: {type: string}}]}\
            """);

        assertThat(resolution.union("Root/properties/it").variants())
                .containsExactly(
                        wrapper("Text", JsonKind.STRING, Scalar.STRING),
                        wrapper("Integral", JsonKind.NUMBER, Scalar.LONG),
                        wrapper("Flag", JsonKind.BOOLEAN, Scalar.BOOLEAN),
                        wrapper("Items", JsonKind.ARRAY, new ListOf(Scalar.STRING, false)),
                        wrapper("Members", JsonKind.OBJECT, new MapOf(Scalar.STRING, false)));
        assertThat(resolution.union("Root/properties/it").objects()).isFalse();
        assertThat(resolution.union("Root/properties/it").tag()).isNull();
    }

    @Test
    void wrapper_isNamedByAPersonOrForTheAliasThatItHolds() {
        Resolution resolution = Resolution.ofSchemas("""
            ContentList: {type: array, items: {type: string}}
            Root: {type: object, properties: {it: {oneOf: [{$ref: '#/components/schemas/ContentList'}, {type: string, x-java-name: Plain, description: D.}]}}}
            """);

        assertThat(resolution.union("Root/properties/it").variants())
                .containsExactly(
                        wrapper("ContentList", JsonKind.ARRAY, new ListOf(Scalar.STRING, false)),
                        new Variant.Wrapper(
                                NameHint.curated("Plain"),
                                JsonKind.STRING,
                                Scalar.STRING,
                                new Documentation("D."),
                                Constraints.NONE));
    }

    @Test
    void inlineObjects_areNestedInTheUnionAndNamedForTheirTitle() {
        Resolution resolution = Resolution.ofProperty("""
            {oneOf: [{type: object, title: First one, required: [type], properties: {type: {const: a}}}, \
            {type: object, required: [type], properties: {type: {const: b}}}]}\
            """);

        assertThat(resolution.declaration("Root/properties/it/oneOf/0").name()).isEqualTo(NameHint.of("First one"));
        assertThat(resolution.declaration("Root/properties/it/oneOf/1").name()).isEqualTo(NameHint.of("b"));
        assertThat(resolution.declaration("Root/properties/it/oneOf/1").placement())
                .isEqualTo(new Placement.NestedIn(component("Root/properties/it")));
        assertThat(resolution.record("Root/properties/it/oneOf/0").unions())
                .containsExactly(component("Root/properties/it"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{properties: {a: {type: string}}} | {properties: {b: {type: string}}} | a | b",
                "{properties: {a: {type: string}, c: {type: string}}, required: [c]} | {properties: {b: {}}} | c | b",
                "{properties: {a: {}, type: {const: x}}} | {properties: {b: {}, type: {const: y}}} | x | y",
                "{properties: {a: {}}} | {properties: {a: {}, b: {}}} | Variant1 | b",
                "{properties: {a: {}}} | {type: object, properties: {}, additionalProperties: false} | a | other",
                "{properties: {text: {}}} | {type: string} | text object |",
                "{properties: {a: {}, kind: {const: '1'}}} | {properties: {b: {}, kind: {const: '2'}}} | a | b",
            })
    void inlineObjects_withoutTitle_areNamedForWhatTellsThemApart(String one, String other, String name, String next) {
        Resolution resolution = Resolution.ofProperty("{oneOf: [" + one + ", " + other + "]}");

        assertThat(resolution.declaration("Root/properties/it/oneOf/0").name()).isEqualTo(NameHint.of(name));
        if (next != null) {
            assertThat(resolution.declaration("Root/properties/it/oneOf/1").name())
                    .isEqualTo(NameHint.of(next));
        }
    }

    @Test
    void inlineEnumAndElementUnion_areNestedInTheirWrappers() {
        Resolution resolution = Resolution.ofProperty("""
            {oneOf: [{enum: [a, b]}, {type: array, items: {oneOf: [{type: string}, {type: number}]}}]}\
            """);

        assertThat(resolution.declaration("Root/properties/it/oneOf/0").placement())
                .isEqualTo(new Placement.NestedInWrapper(component("Root/properties/it"), 0));
        assertThat(resolution.declaration("Root/properties/it/oneOf/0").name()).isEqualTo(NameHint.of("value"));
        assertThat(resolution.declaration("Root/properties/it/oneOf/1/items").placement())
                .isEqualTo(new Placement.NestedInWrapper(component("Root/properties/it"), 1));
        assertThat(resolution.declaration("Root/properties/it/oneOf/1/items").name())
                .isEqualTo(NameHint.of("items"));
    }

    @Test
    void unions_insideUnions_areVariants() {
        Resolution resolution = Resolution.ofSchemas("""
            A: {type: object, required: [type], properties: {type: {const: a}}}
            B: {type: object, required: [type], properties: {type: {const: b}}}
            C: {type: object, required: [type], properties: {type: {const: c}}}
            Inner: {oneOf: [{$ref: '#/components/schemas/A'}, {$ref: '#/components/schemas/B'}]}
            Root: {oneOf: [{$ref: '#/components/schemas/Inner'}, {$ref: '#/components/schemas/C'}]}
            """);

        assertThat(resolution.union("Root").variants())
                .containsExactly(new Variant.Union(component("Inner")), new Variant.Record(component("C")));
        assertThat(resolution.union("Inner").unions()).containsExactly(component("Root"));
        assertThat(resolution.record("A").unions()).containsExactly(component("Inner"));
    }

    @Test
    void sameBranchTwice_isOneWithANote() {
        Resolution resolution = Resolution.ofSchemas("""
            A: {type: object, properties: {}}
            Root: {type: object, properties: {it: {oneOf: [{$ref: '#/components/schemas/A'}, {$ref: '#/components/schemas/A'}]}}}
            """);

        assertThat(resolution.itsType()).isEqualTo(declared("A"));
        assertThat(resolution.reports())
                .containsExactly("NOTE duplicate-branch /components/schemas/Root/properties/it/oneOf/1");
    }

    @Test
    void branchThatFitsAll_makesItAnyJson() {
        Resolution resolution = Resolution.ofProperty("{anyOf: [{type: string}, {}]}");

        assertThat(resolution.itsType()).isEqualTo(TypeRef.FreeForm.VALUE);
        assertThat(resolution.reports())
                .containsExactly("NOTE union-with-anything /components/schemas/Root/properties/it");
    }

    @Test
    void arraysOfDifferentThings_becomeOneArrayOfBoth() {
        Resolution resolution = Resolution.ofProperty("""
            {oneOf: [{type: string}, {type: array, items: {type: string}}, {type: array, items: {type: integer}}]}\
            """);

        assertThat(resolution.union("Root/properties/it").variants())
                .containsExactly(
                        wrapper("Text", JsonKind.STRING, Scalar.STRING),
                        wrapper(
                                "Items",
                                JsonKind.ARRAY,
                                new ListOf(declared("Root/properties/it/oneOf/1/anyOf/items"), false)));
        assertThat(resolution.union("Root/properties/it/oneOf/1/anyOf/items").variants())
                .containsExactly(
                        wrapper("Text", JsonKind.STRING, Scalar.STRING),
                        wrapper("Integral", JsonKind.NUMBER, Scalar.LONG));
        assertThat(resolution.reports()).containsExactly("NOTE merged-branches /components/schemas/Root/properties/it");
    }

    @Test
    void integerBesideNumber_isANumber() {
        assertThat(Resolution.ofProperty("{oneOf: [{type: integer}, {type: number}]}")
                        .itsType())
                .isEqualTo(Scalar.DOUBLE);
    }

    @Test
    void oneOfBesideAnyOf_isWhatFitsBoth() {
        assertThat(Resolution.ofProperty(
                                "{oneOf: [{type: string}, {type: boolean}], anyOf: [{type: string}, {type: integer}]}")
                        .itsType())
                .isEqualTo(Scalar.STRING);
    }
}
