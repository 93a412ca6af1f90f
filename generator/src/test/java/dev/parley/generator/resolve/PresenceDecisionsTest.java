package dev.parley.generator.resolve;

import static dev.parley.generator.resolve.Resolution.A_OR_B;
import static dev.parley.generator.resolve.Resolution.branch;
import static dev.parley.generator.resolve.Resolution.found;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.generator.model.Decision;
import dev.parley.generator.model.Decision.ByMemberKind;
import dev.parley.generator.model.Decision.ByPresence;
import dev.parley.generator.model.JsonKind;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Unions whose variants are told apart by which members are there, and of which kind. */
class PresenceDecisionsTest {

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
            """ + A_OR_B);

        assertThat(resolution.union("Root").decision())
                .isEqualTo(new ByPresence(List.of(branch(
                        Set.of("x"),
                        new ByMemberKind(
                                "x",
                                Map.of(JsonKind.STRING, found("Root", 0), JsonKind.ARRAY, found("Root", 1)),
                                null)))));
    }

    @Test
    void sharedKind_leavesTheOthersToTheKindOfTheMember() {
        Resolution resolution = Resolution.ofSchemas("""
            A: {type: object, required: [x], properties: {x: {type: string}}}
            B: {type: object, required: [x], properties: {x: {type: [string, array], items: {type: string}}}}
            """ + A_OR_B);

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
            """ + A_OR_B);

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
            """ + A_OR_B);

        assertThat(resolution.union("Root").decision())
                .isEqualTo(new ByPresence(List.of(
                        branch(
                                Set.of("x"),
                                new ByMemberKind("x", Map.of(JsonKind.ARRAY, found("Root", 1)), found("Root", 0))),
                        branch(Set.of(), found("Root", 0)))));
    }
}
