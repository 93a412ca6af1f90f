package dev.parley.generator.resolve;

import static dev.parley.generator.resolve.Resolution.declared;
import static dev.parley.generator.resolve.Resolution.property;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.generator.model.NameHint;
import dev.parley.generator.model.Placement;
import dev.parley.generator.model.Presence;
import dev.parley.generator.model.TypeRef;
import dev.parley.generator.model.TypeRef.ListOf;
import dev.parley.generator.model.TypeRef.Scalar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReferencesTest {

    @Test
    void aliases_ofScalarsListsMapsAndFreeForms_areInlinedWhereTheyAreUsed() {
        Resolution resolution = Resolution.ofSchemas("""
            Id: {type: string}
            Ids: {type: array, items: {$ref: '#/components/schemas/Id'}}
            Labels: {type: object, additionalProperties: {type: number}}
            Any: {}
            Alias: {$ref: '#/components/schemas/Ids'}
            Root:
              type: object
              properties:
                a: {$ref: '#/components/schemas/Alias'}
                b: {$ref: '#/components/schemas/Labels'}
                c: {$ref: '#/components/schemas/Any'}
            """);

        assertThat(resolution.pointers()).containsExactly("/components/schemas/Root");
        assertThat(resolution.record("Root").members())
                .containsExactly(
                        property("a", new ListOf(Scalar.STRING, false), Presence.OPTIONAL),
                        property("b", new TypeRef.MapOf(Scalar.DOUBLE, false), Presence.OPTIONAL),
                        property("c", TypeRef.FreeForm.VALUE, Presence.OPTIONAL));
    }

    @Test
    void inlineType_inAnAlias_getsAFileOfItsOwn() {
        Resolution resolution = Resolution.ofSchemas("""
            Things: {type: array, items: {type: object, properties: {}}}
            Root: {type: object, properties: {it: {$ref: '#/components/schemas/Things'}}}
            """);

        assertThat(resolution.itsType()).isEqualTo(new ListOf(declared("Things/items"), false));
        assertThat(resolution.declaration("Things/items").placement()).isEqualTo(new Placement.TopLevel());
        assertThat(resolution.declaration("Things/items").name()).isEqualTo(NameHint.of("Things item"));
    }

    @Test
    void recursiveReference_meansTheEnclosingComponent() {
        Resolution resolution = Resolution.ofSchemas("""
            Root: {$recursiveAnchor: true, type: object, properties: {it: {type: array, items: {$recursiveRef: '#'}}}}
            """);

        assertThat(resolution.itsType()).isEqualTo(new ListOf(declared("Root"), false));
    }

    @Test
    void referenceIntoAComponent_makesTheTypeThereTopLevel() {
        Resolution resolution = Resolution.ofSchemas("""
            Other: {type: object, properties: {inner: {type: object, properties: {}}}}
            Root:
              type: object
              properties:
                it: {$ref: '#/components/schemas/Other/properties/inner'}
                other: {$ref: '#/components/schemas/Other'}
            """);

        assertThat(resolution.itsType()).isEqualTo(declared("Other/properties/inner"));
        assertThat(resolution.declaration("Other/properties/inner").placement()).isEqualTo(new Placement.TopLevel());
        assertThat(resolution.declaration("Other/properties/inner").name()).isEqualTo(NameHint.of("Other inner"));
    }

    @ParameterizedTest
    @CsvSource({
        "'#/components/schemas/Nowhere', unresolved-reference",
        "'#/components/schemas/Root/properties/none', unresolved-reference",
        "'other.yaml#/A', external-reference",
        "'https://example.com/a.yaml', external-reference"
    })
    void reference_thatLeadsNowhere_isAnError(String target, String code) {
        Resolution resolution = Resolution.ofProperty("{$ref: '" + target + "'}");

        assertThat(resolution.reports()).containsExactly("ERROR " + code + " /components/schemas/Root/properties/it");
        assertThat(resolution.itsType()).isEqualTo(TypeRef.FreeForm.VALUE);
    }

    @Test
    void reference_toItself_isAWarningAndNoEndlessLoop() {
        Resolution resolution = Resolution.ofSchemas("""
            A: {$ref: '#/components/schemas/B'}
            B: {anyOf: [{$ref: '#/components/schemas/A'}, {type: 'null'}]}
            Root: {type: object, properties: {it: {$ref: '#/components/schemas/A'}}}
            """);

        assertThat(resolution.reports()).containsExactly("WARNING cyclic-schema /components/schemas/A");
    }

    @Test
    void arrayOfItself_isReadAsJson() {
        Resolution resolution = Resolution.ofSchemas("""
            Nest: {type: array, items: {$ref: '#/components/schemas/Nest'}}
            Root: {type: object, properties: {it: {$ref: '#/components/schemas/Nest'}}}
            """);

        assertThat(resolution.itsType()).isEqualTo(new ListOf(TypeRef.FreeForm.VALUE, false));
        assertThat(resolution.reports()).containsExactly("WARNING recursive-collection /components/schemas/Nest");
    }

    @Test
    void longChainOfReferences_isAWarningAndNoStackOverflow() {
        StringBuilder schemas = new StringBuilder("Root: {$ref: '#/components/schemas/S0'}\n");
        for (int i = 0; i < 5000; i++) {
            schemas.append("S" + i + ": {$ref: '#/components/schemas/S" + (i + 1) + "'}\n");
        }
        schemas.append("S5000: {type: string}\n");

        assertThat(Resolution.ofSchemas(schemas.toString()).reports())
                .singleElement()
                .asString()
                .startsWith("WARNING cyclic-schema");
    }
}
