package dev.parley.generator.resolve;

import static dev.parley.generator.resolve.Resolution.A_OR_B;
import static dev.parley.generator.resolve.Resolution.branch;
import static dev.parley.generator.resolve.Resolution.found;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.generator.model.Decision;
import dev.parley.generator.model.Decision.ByPresence;
import dev.parley.generator.model.Decision.ByTag;
import dev.parley.generator.model.UnionDeclaration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Unions whose variants are told apart by the value of a member. */
class TagDecisionsTest {

    @Test
    void constants_decideWithOrWithoutDiscriminator() {
        Resolution resolution = Resolution.ofSchemas("""
            A: {type: object, required: [type, kind], properties: {kind: {const: k}, type: {const: a}}}
            B: {type: object, required: [type, kind], properties: {kind: {const: l}, type: {const: b}}}
            """ + A_OR_B);

        assertThat(resolution.union("Root").decision())
                .isEqualTo(new ByTag("type", Map.of("a", found("Root", 0), "b", found("Root", 1)), null, null));
        assertThat(resolution.union("Root").tag()).isEqualTo(new UnionDeclaration.Tag("type", false));
        assertThat(resolution.union("Root").objects()).isTrue();
    }

    @Test
    void discriminator_isPreferredToType() {
        Resolution resolution = Resolution.ofSchemas("""
            A: {type: object, required: [type, kind], properties: {type: {const: a}, kind: {const: k}}}
            B: {type: object, required: [type, kind], properties: {type: {const: b}, kind: {const: l}}}
            Root: {discriminator: {propertyName: kind}, oneOf: [{$ref: '#/components/schemas/A'}, {$ref: '#/components/schemas/B'}]}
            """);

        assertThat(resolution.union("Root").decision())
                .isEqualTo(new ByTag("kind", Map.of("k", found("Root", 0), "l", found("Root", 1)), null, null));
    }

    @Test
    void sharedConstant_tellsNothing() {
        Resolution resolution = Resolution.ofSchemas("""
            A: {type: object, required: [type, kind], properties: {type: {const: t}, kind: {const: k}}}
            B: {type: object, required: [type, kind], properties: {type: {const: t}, kind: {const: l}}}
            """ + A_OR_B);

        assertThat(resolution.union("Root").decision())
                .isEqualTo(new ByTag("kind", Map.of("k", found("Root", 0), "l", found("Root", 1)), null, null));
    }

    @Test
    void disjointLists_decideLikeConstants() {
        Resolution resolution = Resolution.ofSchemas("""
            A: {type: object, required: [type], properties: {type: {enum: [eq, ne]}}}
            B: {type: object, required: [type], properties: {type: {enum: [and, or]}}}
            """ + A_OR_B);

        assertThat(resolution.union("Root").decision())
                .isEqualTo(new ByTag(
                        "type",
                        Map.of(
                                "eq", found("Root", 0),
                                "ne", found("Root", 0),
                                "and", found("Root", 1),
                                "or", found("Root", 1)),
                        null,
                        null));
        assertThat(resolution.union("Root").tag()).isNull();
    }

    @Test
    void mapping_decidesWhereNoConstantDoes() {
        Resolution resolution = Resolution.ofSchemas("3.0.3", """
            A: {type: object, required: [t], properties: {t: {type: string}}}
            B: {type: object, required: [t], properties: {t: {type: string}}}
            Root:
              discriminator: {propertyName: t, mapping: {ay: '#/components/schemas/A', aye: A, bee: '#/components/schemas/B'}}
              oneOf: [{$ref: '#/components/schemas/A'}, {$ref: '#/components/schemas/B'}]
            """);

        assertThat(resolution.union("Root").decision())
                .isEqualTo(new ByTag(
                        "t",
                        Map.of("ay", found("Root", 0), "aye", found("Root", 0), "bee", found("Root", 1)),
                        null,
                        null));
    }

    @Test
    void schemaNames_decideWithoutConstantAndMapping() {
        Resolution resolution = Resolution.ofSchemas("""
            A: {type: object, required: [t], properties: {t: {type: string}}}
            B: {type: object, required: [t], properties: {t: {type: string}}}
            Root: {discriminator: {propertyName: t}, oneOf: [{$ref: '#/components/schemas/A'}, {$ref: '#/components/schemas/B'}]}
            """);

        assertThat(resolution.union("Root").decision())
                .isEqualTo(new ByTag("t", Map.of("A", found("Root", 0), "B", found("Root", 1)), null, null));
    }

    @Test
    void optionalTag_isAskedForAndElsePresenceDecides() {
        Resolution resolution = Resolution.ofSchemas("""
            A: {type: object, required: [id], properties: {type: {const: a}, id: {type: string}}}
            B: {type: object, required: [type], properties: {type: {const: b}}}
            """ + A_OR_B);

        assertThat(resolution.union("Root").decision())
                .isEqualTo(new ByTag(
                        "type",
                        Map.of("a", found("Root", 0), "b", found("Root", 1)),
                        new ByPresence(List.of(branch(Set.of("id"), found("Root", 0)))),
                        null));
        assertThat(resolution.union("Root").tag()).isEqualTo(new UnionDeclaration.Tag("type", true));
    }

    @Test
    void plainTextTag_takesValuesThatNoConstantNames() {
        Resolution resolution = Resolution.ofSchemas("""
            A: {type: object, required: [type], properties: {type: {const: a}}}
            B: {type: object, required: [type], properties: {type: {type: string}}}
            """ + A_OR_B);

        assertThat(resolution.union("Root").decision())
                .isEqualTo(new ByTag(
                        "type",
                        Map.of("a", found("Root", 0)),
                        new ByPresence(List.of(branch(Set.of("type"), found("Root", 1)))),
                        found("Root", 1)));
    }

    @Test
    void optionalEnum_takesTagsThatNoConstantNames() {
        Resolution resolution = Resolution.ofSchemas("""
            A: {type: object, required: [type], properties: {type: {const: a}}}
            B: {type: object, properties: {type: {enum: [b, c]}}}
            """ + A_OR_B);

        assertThat(((ByTag) resolution.union("Root").decision()).otherwise()).isEqualTo(found("Root", 1));
    }

    @Test
    void withoutTheFirstTag_anotherTells() {
        Resolution resolution = Resolution.ofSchemas("""
            A: {type: object, required: [role], properties: {type: {const: a}, role: {const: user}}}
            B: {type: object, required: [role], properties: {type: {const: b}, role: {const: bot}}}
            """ + A_OR_B);

        Decision byRole = new ByTag("role", Map.of("user", found("Root", 0), "bot", found("Root", 1)), null, null);
        assertThat(resolution.union("Root").decision())
                .isEqualTo(new ByTag("type", Map.of("a", found("Root", 0), "b", found("Root", 1)), byRole, null));
    }

    @Test
    void values_keepTheOrderOfTheDocument() {
        Resolution resolution = Resolution.ofSchemas("""
            A: {type: object, required: [type], properties: {type: {enum: [z, m]}}}
            B: {type: object, required: [type], properties: {type: {const: a}}}
            """ + A_OR_B);

        assertThat(((ByTag) resolution.union("Root").decision()).values().keySet())
                .containsExactly("z", "m", "a");
    }
}
