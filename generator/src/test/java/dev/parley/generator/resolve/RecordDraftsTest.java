package dev.parley.generator.resolve;

import static dev.parley.generator.resolve.Resolution.component;
import static dev.parley.generator.resolve.Resolution.declared;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.generator.model.Documentation;
import dev.parley.generator.model.Member;
import dev.parley.generator.model.NameHint;
import dev.parley.generator.model.Placement;
import dev.parley.generator.model.TypeRef;
import org.junit.jupiter.api.Test;

class RecordDraftsTest {

    @Test
    void required_withoutProperty_isAWarningAndNoMember() {
        Resolution resolution =
                Resolution.ofSchemas("Root: {type: object, properties: {a: {type: string}}, required: [a, ghost]}");

        assertThat(resolution.record("Root").members()).hasSize(1);
        assertThat(resolution.reports()).containsExactly("WARNING required-without-property /components/schemas/Root");
    }

    @Test
    void documentation_ofAProperty_isItsOwnElseTheFirstParagraphOfWhatItRefersTo() {
        Resolution resolution = Resolution.ofSchemas("""
            Thing: {type: object, properties: {}, description: "First.\\n\\nSecond."}
            Root:
              type: object
              description: " Root. "
              properties:
                own: {$ref: '#/components/schemas/Thing', description: Own.}
                theirs: {$ref: '#/components/schemas/Thing'}
                wrapped: {anyOf: [{$ref: '#/components/schemas/Thing'}, {type: 'null'}]}
                inside: {anyOf: [{type: string, description: "In.\\n\\nSide."}, {type: 'null'}]}
                none: {type: string}
            """);

        assertThat(resolution.record("Root").documentation()).isEqualTo(new Documentation("Root."));
        assertThat(resolution.record("Root").members())
                .extracting(member -> member.documentation().text())
                .containsExactly("Own.", "First.", "First.", "In.\n\nSide.", "");
    }

    @Test
    void deprecation_isTakenOver() {
        Resolution resolution = Resolution.ofSchemas("""
            Old: {type: object, properties: {}, deprecated: true}
            Root:
              type: object
              properties:
                a: {type: string, deprecated: true}
                b: {$ref: '#/components/schemas/Old', deprecated: true}
                c: {$ref: '#/components/schemas/Old'}
            """);

        assertThat(resolution.record("Root").members())
                .extracting(Member::deprecated)
                .containsExactly(true, true, false);
        assertThat(resolution.record("Old").deprecated()).isTrue();
    }

    @Test
    void inlineTypes_areNestedInTheirOwnerAndNamedForTheProperty() {
        Resolution resolution = Resolution.ofSchemas("""
            Root:
              type: object
              properties:
                results: {anyOf: [{type: array, items: {type: object, properties: {kind: {enum: [a, b]}}}}, {type: 'null'}]}
            """);

        String items = "Root/properties/results/anyOf/0/items";
        assertThat(resolution.declaration(items).name()).isEqualTo(NameHint.of("results"));
        assertThat(resolution.declaration(items).placement()).isEqualTo(new Placement.NestedIn(component("Root")));
        assertThat(resolution.declaration(items + "/properties/kind").placement())
                .isEqualTo(new Placement.NestedIn(component(items)));
    }

    @Test
    void chosenName_ofASchemaThatBecomesAType_namesTheType() {
        Resolution resolution = Resolution.ofSchemas("""
            Thing: {type: object, properties: {}, x-java-name: Better}
            Root:
              type: object
              properties:
                a: {type: object, properties: {}, x-java-name: Inner}
                b: {type: array, items: {enum: [x, y], x-java-name: Each, x-java-top-level: true}}
                c: {type: string, x-java-name: see}
                d: {$ref: '#/components/schemas/Thing', x-java-name: dee}
            """);

        assertThat(resolution.declaration("Thing").name()).isEqualTo(NameHint.curated("Better"));
        assertThat(resolution.declaration("Root/properties/a").name()).isEqualTo(NameHint.curated("Inner"));
        assertThat(resolution.declaration("Root/properties/b/items").name()).isEqualTo(NameHint.curated("Each"));
        assertThat(resolution.declaration("Root/properties/b/items").placement())
                .isEqualTo(new Placement.TopLevel());
        assertThat(resolution.record("Root").members())
                .extracting(Member::name)
                .containsExactly(NameHint.of("a"), NameHint.of("b"), NameHint.curated("see"), NameHint.curated("dee"));
    }

    @Test
    void chosenName_thatIsNoText_isAnError() {
        assertThat(Resolution.ofProperty("{type: string, x-java-name: [a]}").reports())
                .containsExactly("ERROR malformed-extension /components/schemas/Root/properties/it");
    }

    @Test
    void recursion_throughAProperty_isFine() {
        Resolution resolution =
                Resolution.ofSchemas("Root: {type: object, properties: {it: {$ref: '#/components/schemas/Root'}}}");

        assertThat(resolution.itsType()).isEqualTo(declared("Root"));
    }

    @Test
    void furtherMembers_besideNamedOnes_areKeptAsJsonWithANote() {
        Resolution resolution = Resolution.ofSchemas(
                "Root: {type: object, properties: {a: {type: string}}, additionalProperties: {type: integer}}");

        assertThat(resolution.record("Root").members()).hasSize(1);
        assertThat(resolution.reports()).containsExactly("NOTE additional-properties-untyped /components/schemas/Root");
    }

    @Test
    void hostileStrings_areDataOnly() {
        Resolution resolution = Resolution.ofSchemas("""
            Root:
              type: object
              required: ['%s%n$S']
              properties: {'a/b~c%d': {type: object, properties: {}, description: '%s */ ${x} {@code'}}
            """);

        assertThat(resolution.pointers()).contains("/components/schemas/Root/properties/a~1b~0c%d");
        assertThat(resolution.diagnostics().get(0).message()).contains("'%s%n$S'");
        assertThat(((Member.Property) resolution.it()).type())
                .isEqualTo(new TypeRef.Declared(component("Root/properties/a~1b~0c%d")));
    }
}
