package dev.parley.generator.resolve;

import static dev.parley.generator.resolve.Resolution.component;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.generator.model.NameHint;
import dev.parley.generator.model.Placement;
import org.junit.jupiter.api.Test;

class CyclicInheritanceTest {

    @Test
    void unionNestedInItsOwnVariant_getsAFileOfItsOwn() {
        Resolution resolution = Resolution.ofSchemas("""
            Leaf: {type: object, required: [type], properties: {type: {const: leaf}}}
            Root:
              type: object
              required: [type]
              properties:
                type: {const: root}
                filters: {type: array, items: {oneOf: [{$ref: '#/components/schemas/Leaf'}, {$ref: '#/components/schemas/Root'}]}}
            """);

        assertThat(resolution.declaration("Root/properties/filters/items").placement())
                .isEqualTo(new Placement.TopLevel());
        assertThat(resolution.declaration("Root/properties/filters/items").name())
                .isEqualTo(NameHint.of("Root filter"));
        assertThat(resolution.reports())
                .containsExactly("NOTE union-promoted /components/schemas/Root/properties/filters/items");
    }

    @Test
    void cycleThroughTwoRecords_isBrokenByOneUnion() {
        Resolution resolution = Resolution.ofSchemas("""
            A:
              type: object
              required: [type]
              properties:
                type: {const: a}
                u: {oneOf: [{$ref: '#/components/schemas/Root'}, {$ref: '#/components/schemas/C'}]}
            C: {type: object, required: [type], properties: {type: {const: c}}}
            Root:
              type: object
              required: [type]
              properties:
                type: {const: r}
                v: {oneOf: [{$ref: '#/components/schemas/A'}, {$ref: '#/components/schemas/C'}]}
            """);

        assertThat(resolution.reports()).hasSize(1).first().asString().startsWith("NOTE union-promoted");
        assertThat(resolution.declaration("Root/properties/v").placement()).isEqualTo(new Placement.TopLevel());
        assertThat(resolution.declaration("A/properties/u").placement())
                .isEqualTo(new Placement.NestedIn(component("A")));
    }

    @Test
    void nameThatAPersonChose_survives() {
        Resolution resolution = Resolution.ofSchemas("""
            Leaf: {type: object, required: [type], properties: {type: {const: leaf}}}
            Root:
              type: object
              required: [type]
              properties:
                type: {const: root}
                of: {x-java-name: Operand, oneOf: [{$ref: '#/components/schemas/Leaf'}, {$ref: '#/components/schemas/Root'}]}
            """);

        assertThat(resolution.declaration("Root/properties/of").name()).isEqualTo(NameHint.curated("Operand"));
    }

    @Test
    void unionsOfOneAnother_areReadAsJson() {
        Resolution resolution = Resolution.ofSchemas("""
            A: {type: object, required: [type], properties: {type: {const: a}}}
            V: {oneOf: [{$ref: '#/components/schemas/A'}, {$ref: '#/components/schemas/Root'}]}
            Root: {oneOf: [{$ref: '#/components/schemas/A'}, {$ref: '#/components/schemas/V'}]}
            """);

        assertThat(resolution.reports()).contains("WARNING cyclic-schema /components/schemas/Root");
    }
}
