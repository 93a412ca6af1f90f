package dev.parley.generator.resolve;

import static dev.parley.generator.resolve.Resolution.A_OR_B;
import static dev.parley.generator.resolve.Resolution.branch;
import static dev.parley.generator.resolve.Resolution.found;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.generator.model.Decision;
import dev.parley.generator.model.Decision.ByKind;
import dev.parley.generator.model.Decision.ByMemberKind;
import dev.parley.generator.model.Decision.ByPresence;
import dev.parley.generator.model.Decision.ByTag;
import dev.parley.generator.model.JsonKind;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What tells the variants of a union apart: kinds of JSON first, then tags, then members. */
class UnionDecisionsTest {

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
    void nothing_decidesSoTheFirstIsReadAndReported() {
        Resolution resolution = Resolution.ofSchemas("""
            A: {type: object, required: [x], properties: {x: {type: string}}}
            B: {type: object, required: [x], properties: {x: {type: string}}}
            """ + A_OR_B);

        assertThat(resolution.union("Root").decision())
                .isEqualTo(new ByPresence(List.of(branch(Set.of("x"), found("Root", 0)))));
        assertThat(resolution.reports()).containsExactly("NOTE ambiguous-union /components/schemas/Root");
        assertThat(resolution.diagnostics().get(0).message())
                .contains("/components/schemas/A and /components/schemas/B");
    }

    @Test
    void whatNothingTells_isReadAsWhatHoldsAll() {
        Resolution resolution = Resolution.ofSchemas("""
            A: {type: object, required: [x], properties: {x: {type: integer}}}
            B: {type: object, required: [x], properties: {x: {type: number}}}
            """ + A_OR_B);

        assertThat(resolution.union("Root").decision())
                .isEqualTo(new ByPresence(List.of(branch(Set.of("x"), found("Root", 1)))));
        assertThat(resolution.diagnostics().get(0).message())
                .contains("so /components/schemas/B is read, which can hold them all");
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

        Resolution resolution = within(
                Duration.ofSeconds(20), () -> Resolution.ofSchemas(schemas + "Root: {oneOf: [" + branches + "]}\n"));

        assertThat(resolution.union("Root").decision().toString().length()).isLessThan(400_000);
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

        Resolution resolution = within(
                Duration.ofSeconds(10), () -> Resolution.ofSchemas(schemas + "Root: {oneOf: [" + branches + "]}\n"));

        assertThat(resolution.union("Root").variants()).hasSize(3000);
    }

    /** Counts the time of the processor, which does not depend on what else the machine has to do. */
    private static Resolution within(Duration most, Supplier<Resolution> work) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadCpuTime();
        Resolution resolution = work.get();
        assertThat(Duration.ofNanos(threads.getCurrentThreadCpuTime() - before)).isLessThan(most);
        return resolution;
    }
}
