package dev.parley.generator.resolve;

import static dev.parley.generator.resolve.Resolution.component;
import static dev.parley.generator.resolve.Resolution.constant;
import static dev.parley.generator.resolve.Resolution.declared;
import static dev.parley.generator.resolve.Resolution.property;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.generator.model.NameHint;
import dev.parley.generator.model.Placement;
import dev.parley.generator.model.Presence;
import dev.parley.generator.model.TypeRef.FreeForm;
import dev.parley.generator.model.TypeRef.Scalar;
import dev.parley.generator.model.Variant;
import org.junit.jupiter.api.Test;

class AllOfTest {

    @Test
    void members_ofAllParts_areMergedInOrderAndLaterOnesReplaceEarlierOnesInPlace() {
        Resolution resolution = Resolution.ofSchemas("""
            Status: {type: string, enum: [done, open]}
            Base:
              type: object
              required: [kind]
              properties:
                kind: {type: string, enum: [call]}
                status: {type: string, enum: [done, open, odd]}
                id: {anyOf: [{type: string}, {type: 'null'}]}
            Root:
              allOf:
                - {$ref: '#/components/schemas/Base'}
                - type: object
                  required: [id, status]
                  properties:
                    id: {type: string}
                    status: {$ref: '#/components/schemas/Status'}
                    by: {type: string}
              properties:
                last: {type: boolean}
            """);

        assertThat(resolution.record("Root").members())
                .containsExactly(
                        constant("kind", "call"),
                        property("status", declared("Status"), Presence.REQUIRED),
                        property("id", Scalar.STRING, Presence.REQUIRED),
                        property("by", Scalar.STRING, Presence.OPTIONAL),
                        property("last", Scalar.BOOLEAN, Presence.OPTIONAL));
        assertThat(resolution.pointers()).containsExactly("/components/schemas/Status", "/components/schemas/Root");
        assertThat(resolution.diagnostics()).isEmpty();
    }

    @Test
    void onePart_withRemarks_isThatPart() {
        Resolution resolution = Resolution.ofSchemas("""
            Thing: {type: object, properties: {}}
            Alias: {title: Other, allOf: [{$ref: '#/components/schemas/Thing'}]}
            Root: {type: object, required: [it], properties: {it: {allOf: [{$ref: '#/components/schemas/Alias'}, {description: D, nullable: true}]}}}
            """);

        assertThat(resolution.itsType()).isEqualTo(declared("Thing"));
    }

    @Test
    void requiredBesideAPart_makesATypeOfItsOwn() {
        Resolution resolution = Resolution.ofSchemas("""
            Thing: {type: object, properties: {a: {type: string}}}
            Root: {allOf: [{$ref: '#/components/schemas/Thing'}, {required: [a]}]}
            """);

        assertThat(resolution.record("Root").members())
                .containsExactly(property("a", Scalar.STRING, Presence.REQUIRED));
    }

    @Test
    void laterPart_thatSaysLess_doesNotWin() {
        Resolution resolution = Resolution.ofSchemas("""
            Base: {type: object, required: [a], properties: {a: {const: x}, b: {type: integer}}}
            Root: {allOf: [{$ref: '#/components/schemas/Base'}, {properties: {a: {type: string}, b: {description: B.}}}]}
            """);

        assertThat(resolution.record("Root").members())
                .containsExactly(constant("a", "x"), property("b", Scalar.LONG, Presence.OPTIONAL));
    }

    @Test
    void property_withAnotherKindInALaterPart_isReadAsJson() {
        Resolution resolution = Resolution.ofSchemas("""
            Base: {type: object, properties: {a: {type: string}}}
            Root: {allOf: [{$ref: '#/components/schemas/Base'}, {properties: {a: {type: array}}}]}
            """);

        assertThat(resolution.reports())
                .containsExactly("WARNING conflicting-types /components/schemas/Root/allOf/1/properties/a");
        assertThat(resolution.record("Root").members())
                .containsExactly(property("a", FreeForm.VALUE, Presence.OPTIONAL));
    }

    @Test
    void parts_thatNoValueFitsTogether_areReadAsJson() {
        Resolution resolution = Resolution.ofProperty("{allOf: [{type: string}, {properties: {a: {type: string}}}]}");

        assertThat(resolution.itsType()).isEqualTo(FreeForm.VALUE);
        assertThat(resolution.reports())
                .containsExactly("WARNING all-of-conflict /components/schemas/Root/properties/it");
    }

    @Test
    void allOf_ofItself_isWhatTheOtherPartsSay() {
        Resolution resolution = Resolution.ofSchemas(
                "Root: {allOf: [{$ref: '#/components/schemas/Root'}, {properties: {a: {type: string}}}]}");

        assertThat(resolution.record("Root").members())
                .containsExactly(property("a", Scalar.STRING, Presence.OPTIONAL));
        assertThat(resolution.reports()).containsExactly("WARNING cyclic-schema /components/schemas/Root");
    }

    @Test
    void inlineType_ofAnEmittedBase_staysThereForEveryHeir() {
        Resolution resolution = Resolution.ofSchemas("""
            Base: {type: object, properties: {mode: {type: string, enum: [a, b]}}}
            Root: {allOf: [{$ref: '#/components/schemas/Base'}, {properties: {base: {$ref: '#/components/schemas/Base'}}}]}
            """);

        assertThat(resolution.declaration("Base/properties/mode").placement())
                .isEqualTo(new Placement.NestedIn(component("Base")));
    }

    @Test
    void inlineType_ofABaseThatIsNotEmitted_goesToTheOnlyHeir() {
        Resolution resolution = Resolution.ofSchemas("""
            Base: {type: object, properties: {mode: {type: string, enum: [a, b]}}}
            Root: {allOf: [{$ref: '#/components/schemas/Base'}, {properties: {x: {type: string}}}]}
            """);

        assertThat(resolution.declaration("Base/properties/mode").placement())
                .isEqualTo(new Placement.NestedIn(component("Root")));
        assertThat(resolution.pointers())
                .containsExactly("/components/schemas/Root", "/components/schemas/Base/properties/mode");
    }

    @Test
    void inlineType_ofABaseWithTwoHeirs_getsAFileOfItsOwn() {
        Resolution resolution = Resolution.ofSchemas("""
            Base: {type: object, properties: {mode: {type: string, enum: [a, b]}}}
            Other: {allOf: [{$ref: '#/components/schemas/Base'}, {properties: {x: {type: string}}}]}
            Root: {allOf: [{$ref: '#/components/schemas/Base'}, {properties: {x: {$ref: '#/components/schemas/Other'}}}]}
            """);

        assertThat(resolution.declaration("Base/properties/mode").placement()).isEqualTo(new Placement.TopLevel());
        assertThat(resolution.declaration("Base/properties/mode").name()).isEqualTo(NameHint.of("Base mode"));
    }

    @Test
    void propertiesBesideAUnionOfObjects_goToEveryVariant() {
        Resolution resolution = Resolution.ofSchemas("""
            A: {type: object, required: [type], properties: {type: {const: a}}}
            Root:
              type: object
              required: [at]
              properties: {at: {type: integer}}
              oneOf:
                - {$ref: '#/components/schemas/A'}
                - {type: object, title: Bee, required: [type], properties: {type: {const: b}}}
            """);

        assertThat(resolution.union("Root").variants())
                .containsExactly(
                        new Variant.Record(component("Root/oneOf/0")), new Variant.Record(component("Root/oneOf/1")));
        assertThat(resolution.record("Root/oneOf/0").members())
                .containsExactly(property("at", Scalar.LONG, Presence.REQUIRED), constant("type", "a"));
        assertThat(resolution.record("Root/oneOf/0").name()).isEqualTo(NameHint.of("A"));
        assertThat(resolution.record("Root/oneOf/1").name()).isEqualTo(NameHint.of("Bee"));
        assertThat(resolution.diagnostics()).isEmpty();
    }

    @Test
    void propertiesBesideAUnionOfOtherThings_sayNothingOfThese() {
        assertThat(Resolution.ofSchemas(
                                "Root: {properties: {a: {type: string}}, oneOf: [{type: string}, {type: array}]}")
                        .reports())
                .containsExactly("NOTE properties-beside-union /components/schemas/Root");
    }

    @Test
    void branches_thatOnlyRequire_areNoUnion() {
        Resolution resolution = Resolution.ofSchemas(
                "Root: {type: object, properties: {a: {type: string}}, anyOf: [{required: [a]}, {required: [b]}]}");

        assertThat(resolution.record("Root").members())
                .containsExactly(property("a", Scalar.STRING, Presence.OPTIONAL));
        assertThat(resolution.reports()).containsExactly("NOTE constraint-ignored /components/schemas/Root");
    }
}
