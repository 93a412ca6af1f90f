package dev.parley.generator.resolve;

import static dev.parley.generator.resolve.Resolution.found;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.parley.generator.model.Decision;
import dev.parley.generator.model.Decision.ByKind;
import dev.parley.generator.model.Decision.ByMemberKind;
import dev.parley.generator.model.Decision.ByPresence;
import dev.parley.generator.model.Decision.ByTag;
import dev.parley.generator.model.JsonKind;
import dev.parley.generator.model.UnionDeclaration;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class UnionDecisionsTest {

    private static final String ROOT =
            "Root: {oneOf: [{$ref: '#/components/schemas/A'}, {$ref: '#/components/schemas/B'}]}\n";

    private static ByPresence.Branch branch(Set<String> members, Decision then) {
        return new ByPresence.Branch(members, then);
    }

    @Test
    void kindsOfJson_decideFirst() {
        Resolution resolution = Resolution.ofSchemas("""
            A: {type: object, properties: {}}
            Root: {oneOf: [{type: string}, {$ref: '#/components/schemas/A'}, {type: array}]}
            """);

        assertThat(resolution.union("Root").decision())
                .isEqualTo(new ByKind(Map.of(
                        JsonKind.STRING, found("Root", 0),
                        JsonKind.OBJECT, found("Root", 1),
                        JsonKind.ARRAY, found("Root", 2))));
    }

    @Test
    void constants_decideWithOrWithoutDiscriminator() {
        Resolution resolution = Resolution.ofSchemas("""
            A: {type: object, required: [type, kind], properties: {kind: {const: k}, type: {const: a}}}
            B: {type: object, required: [type, kind], properties: {kind: {const: l}, type: {const: b}}}
            """ + ROOT);

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
            """ + ROOT);

        assertThat(resolution.union("Root").decision())
                .isEqualTo(new ByTag("kind", Map.of("k", found("Root", 0), "l", found("Root", 1)), null, null));
    }

    @Test
    void disjointLists_decideLikeConstants() {
        Resolution resolution = Resolution.ofSchemas("""
            A: {type: object, required: [type], properties: {type: {enum: [eq, ne]}}}
            B: {type: object, required: [type], properties: {type: {enum: [and, or]}}}
            """ + ROOT);

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
            """ + ROOT);

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
            """ + ROOT);

        assertThat(resolution.union("Root").decision())
                .isEqualTo(new ByTag(
                        "type",
                        Map.of("a", found("Root", 0)),
                        new ByPresence(List.of(branch(Set.of("type"), found("Root", 1)))),
                        found("Root", 1)));
    }

    @Test
    void equalTags_areSplitByASecondMemberThenByPresence() {
        Resolution resolution = Resolution.ofSchemas("""
            Easy: {type: object, required: [type, role], properties: {type: {const: m}, role: {enum: [user, bot]}}}
            Bot: {type: object, required: [type, role, id], properties: {type: {const: m}, role: {const: bot}, id: {type: string}}}
            Other: {type: object, required: [type], properties: {type: {const: o}}}
            Root: {oneOf: [{$ref: '#/components/schemas/Easy'}, {$ref: '#/components/schemas/Bot'}, {$ref: '#/components/schemas/Other'}]}
            """);

        Decision bot =
                new ByPresence(List.of(branch(Set.of("id"), found("Root", 1)), branch(Set.of(), found("Root", 0))));
        assertThat(resolution.union("Root").decision())
                .isEqualTo(new ByTag(
                        "type",
                        Map.of(
                                "m",
                                new ByTag("role", Map.of("user", found("Root", 0), "bot", bot), null, found("Root", 0)),
                                "o",
                                found("Root", 2)),
                        null,
                        null));
        assertThat(resolution.diagnostics()).isEmpty();
    }

    @Test
    void requiredMembers_decideSupersetsFirst() {
        Resolution resolution = Resolution.ofSchemas("""
            A: {type: object, required: [x], properties: {x: {type: string}, y: {type: string}}}
            B: {type: object, required: [x, y], properties: {x: {type: string}, y: {type: string}}}
            C: {type: object, required: [z], properties: {z: {type: string}}}
            Root: {anyOf: [{$ref: '#/components/schemas/A'}, {$ref: '#/components/schemas/B'}, {$ref: '#/components/schemas/C'}]}
            """);

        assertThat(resolution.union("Root").decision())
                .isEqualTo(new ByPresence(List.of(
                        branch(Set.of("x", "y"), found("Root", 1)),
                        branch(Set.of("x"), found("Root", 0)),
                        branch(Set.of("z"), found("Root", 2)))));
    }

    @Test
    void kindOfAMember_decidesBetweenEqualRequirements() {
        Resolution resolution = Resolution.ofSchemas("""
            A: {type: object, required: [x], properties: {x: {type: string}}}
            B: {type: object, required: [x], properties: {x: {type: array}}}
            """ + ROOT);

        assertThat(resolution.union("Root").decision())
                .isEqualTo(new ByPresence(List.of(branch(
                        Set.of("x"),
                        new ByMemberKind(
                                "x",
                                Map.of(JsonKind.STRING, found("Root", 0), JsonKind.ARRAY, found("Root", 1)),
                                null)))));
    }

    @Test
    void nothing_decidesSoTheFirstIsReadAndReported() {
        Resolution resolution = Resolution.ofSchemas("""
            A: {type: object, required: [x], properties: {x: {type: string}}}
            B: {type: object, required: [x], properties: {x: {type: string}}}
            """ + ROOT);

        assertThat(resolution.union("Root").decision())
                .isEqualTo(new ByPresence(List.of(branch(Set.of("x"), found("Root", 0)))));
        assertThat(resolution.reports()).containsExactly("NOTE ambiguous-union /components/schemas/Root");
        assertThat(resolution.diagnostics().get(0).message())
                .contains("/components/schemas/A and /components/schemas/B");
    }

    @Test
    void sharedKind_leavesTheOthersToTheKindOfTheMember() {
        Resolution resolution = Resolution.ofSchemas("""
            A: {type: object, required: [x], properties: {x: {type: string}}}
            B: {type: object, required: [x], properties: {x: {type: [string, array], items: {type: string}}}}
            """ + ROOT);

        assertThat(resolution.union("Root").decision())
                .isEqualTo(new ByPresence(List.of(branch(
                        Set.of("x"),
                        new ByMemberKind(
                                "x",
                                Map.of(JsonKind.STRING, found("Root", 0), JsonKind.ARRAY, found("Root", 1)),
                                null)))));
        assertThat(resolution.reports()).containsExactly("NOTE ambiguous-union /components/schemas/Root");
    }

    @Test
    void severalSharedKinds_areAskedMemberByMember() {
        Resolution resolution = Resolution.ofSchemas("""
            A: {type: object, required: [x, y], properties: {x: {type: string}, y: {type: string}}}
            B: {type: object, required: [x, y], properties: {x: {type: string}, y: {type: integer}}}
            C: {type: object, required: [x, y], properties: {x: {type: integer}, y: {type: integer}}}
            Root: {oneOf: [{$ref: '#/components/schemas/A'}, {$ref: '#/components/schemas/B'}, {$ref: '#/components/schemas/C'}]}
            """);

        Decision byY = new ByMemberKind(
                "y", Map.of(JsonKind.STRING, found("Root", 0), JsonKind.NUMBER, found("Root", 1)), null);
        assertThat(resolution.union("Root").decision())
                .isEqualTo(new ByPresence(List.of(branch(
                        Set.of("x", "y"),
                        new ByMemberKind(
                                "x", Map.of(JsonKind.STRING, byY, JsonKind.NUMBER, found("Root", 2)), null)))));
        assertThat(resolution.diagnostics()).isEmpty();
    }

    @Test
    void optionalMember_isAskedForItsKindWhereNoRequiredOneTells() {
        Resolution resolution = Resolution.ofSchemas("""
            A: {type: object, required: [x], properties: {x: {type: string}, y: {type: string}}}
            B: {type: object, required: [x], properties: {x: {type: string}, y: {type: integer}}}
            """ + ROOT);

        assertThat(resolution.union("Root").decision())
                .isEqualTo(new ByPresence(List.of(branch(
                        Set.of("x"),
                        new ByMemberKind(
                                "y",
                                Map.of(JsonKind.STRING, found("Root", 0), JsonKind.NUMBER, found("Root", 1)),
                                found("Root", 0))))));
    }

    @Test
    void requiredMemberOfAnotherKind_isNoProof() {
        Resolution resolution = Resolution.ofSchemas("""
            A: {type: object, properties: {x: {type: string}}}
            B: {type: object, required: [x], properties: {x: {type: array, items: {type: string}}}}
            """ + ROOT);

        assertThat(resolution.union("Root").decision())
                .isEqualTo(new ByPresence(List.of(
                        branch(
                                Set.of("x"),
                                new ByMemberKind("x", Map.of(JsonKind.ARRAY, found("Root", 1)), found("Root", 0))),
                        branch(Set.of(), found("Root", 0)))));
    }

    @Test
    void whatNothingTells_isReadAsWhatHoldsAll() {
        Resolution resolution = Resolution.ofSchemas("""
            A: {type: object, required: [x], properties: {x: {type: integer}}}
            B: {type: object, required: [x], properties: {x: {type: number}}}
            """ + ROOT);

        assertThat(resolution.union("Root").decision())
                .isEqualTo(new ByPresence(List.of(branch(Set.of("x"), found("Root", 1)))));
        assertThat(resolution.diagnostics().get(0).message())
                .contains("so /components/schemas/B is read, which can hold them all");
    }

    @Test
    void withoutTheFirstTag_anotherTells() {
        Resolution resolution = Resolution.ofSchemas("""
            A: {type: object, required: [role], properties: {type: {const: a}, role: {const: user}}}
            B: {type: object, required: [role], properties: {type: {const: b}, role: {const: bot}}}
            """ + ROOT);

        Decision byRole = new ByTag("role", Map.of("user", found("Root", 0), "bot", found("Root", 1)), null, null);
        assertThat(resolution.union("Root").decision())
                .isEqualTo(new ByTag("type", Map.of("a", found("Root", 0), "b", found("Root", 1)), byRole, null));
    }

    @Test
    void optionalEnum_takesTagsThatNoConstantNames() {
        Resolution resolution = Resolution.ofSchemas("""
            A: {type: object, required: [type], properties: {type: {const: a}}}
            B: {type: object, properties: {type: {enum: [b, c]}}}
            """ + ROOT);

        assertThat(((ByTag) resolution.union("Root").decision()).otherwise()).isEqualTo(found("Root", 1));
    }

    @Test
    void map_takesWhatNoRecordFits() {
        Resolution resolution = Resolution.ofSchemas("""
            A: {type: object, required: [x], properties: {x: {type: string}}}
            Root: {anyOf: [{$ref: '#/components/schemas/A'}, {type: object}]}
            """);

        assertThat(resolution.union("Root").decision())
                .isEqualTo(new ByPresence(List.of(
                        branch(
                                Set.of("x"),
                                new ByMemberKind("x", Map.of(JsonKind.STRING, found("Root", 0)), found("Root", 1))),
                        branch(Set.of(), found("Root", 1)))));
    }

    @Test
    void manyMembersOfManyKinds_makeATreeOfLimitedSize() {
        StringBuilder schemas = new StringBuilder();
        StringBuilder branches = new StringBuilder();
        for (int i = 0; i < 40; i++) {
            schemas.append("V" + i + ": {type: object, properties: {");
            for (int j = 0; j < 60; j++) {
                String types = (i >> (j % 6)) % 2 == 0 ? "[string, integer]" : "[string, boolean]";
                schemas.append(j == 0 ? "" : ", ").append("p" + j + ": {type: " + types + "}");
            }
            schemas.append("}}\n");
            branches.append(i == 0 ? "" : ", ").append("{$ref: '#/components/schemas/V" + i + "'}");
        }

        Resolution resolution = assertTimeout(
                Duration.ofSeconds(20), () -> Resolution.ofSchemas(schemas + "Root: {oneOf: [" + branches + "]}\n"));

        assertThat(resolution.union("Root").decision().toString().length()).isLessThan(400_000);
    }

    @Test
    void nestedUnion_isDecidedDownToItsVariants() {
        Resolution resolution = Resolution.ofSchemas("""
            A: {type: object, required: [type], properties: {type: {const: a}}}
            B: {type: object, required: [type], properties: {type: {const: b}}}
            C: {type: object, required: [type], properties: {type: {const: c}}}
            Inner: {oneOf: [{$ref: '#/components/schemas/A'}, {$ref: '#/components/schemas/B'}]}
            Root: {oneOf: [{$ref: '#/components/schemas/C'}, {$ref: '#/components/schemas/Inner'}]}
            """);

        assertThat(resolution.union("Root").decision())
                .isEqualTo(new ByTag(
                        "type",
                        Map.of("a", found("Inner", 0), "b", found("Inner", 1), "c", found("Root", 0)),
                        null,
                        null));
    }

    @Test
    void values_keepTheOrderOfTheDocument() {
        Resolution resolution = Resolution.ofSchemas("""
            A: {type: object, required: [type], properties: {type: {enum: [z, m]}}}
            B: {type: object, required: [type], properties: {type: {const: a}}}
            """ + ROOT);

        assertThat(((ByTag) resolution.union("Root").decision()).values().keySet())
                .containsExactly("z", "m", "a");
    }

    @Test
    void manyVariants_areDecidedInTimeLinearInThem() {
        StringBuilder schemas = new StringBuilder();
        StringBuilder branches = new StringBuilder();
        for (int i = 0; i < 3000; i++) {
            schemas.append(
                    "V" + i + ": {type: object, required: [p" + i + "], properties: {p" + i + ": {const: v}}}\n");
            branches.append(i == 0 ? "" : ", ").append("{$ref: '#/components/schemas/V" + i + "'}");
        }

        Resolution resolution = assertTimeout(
                Duration.ofSeconds(10), () -> Resolution.ofSchemas(schemas + "Root: {oneOf: [" + branches + "]}\n"));

        assertThat(resolution.union("Root").variants()).hasSize(3000);
    }
}
