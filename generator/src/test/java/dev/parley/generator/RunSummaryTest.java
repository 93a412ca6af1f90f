package dev.parley.generator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.generator.model.Decision;
import dev.parley.generator.model.DeclarationId;
import dev.parley.generator.model.JsonKind;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RunSummaryTest {

    private static final Decision FOUND = new Decision.Found(new DeclarationId("/u"), 0);

    @Test
    void decisionText_nestedTree_namesEachQuestionOnce() {
        Decision role = new Decision.ByTag("role", Map.of("user", FOUND), FOUND, null);
        Decision type = new Decision.ByTag("type", Map.of("message", role), null, null);
        Decision tree = new Decision.ByKind(Map.of(JsonKind.OBJECT, type));

        assertThat(DecisionText.of(tree)).isEqualTo("JSON kind, then tag 'type', then tag 'role'");
    }

    @Test
    void decisionText_presenceAndMemberKind_areNamed() {
        Decision presence = new Decision.ByPresence(List.of(new Decision.ByPresence.Branch(Set.of("id"), FOUND)));

        assertThat(DecisionText.of(new Decision.ByMemberKind("content", Map.of(JsonKind.ARRAY, FOUND), presence)))
                .isEqualTo("JSON kind of 'content', then members present");
        assertThat(DecisionText.of(FOUND)).isEqualTo("its only variant");
    }

    @Test
    void lines_unions_areNamedByDecisionOrListed() {
        RunSummary summary = new RunSummary(
                8,
                3,
                1,
                2,
                List.of(
                        new RunSummary.Union("/components/schemas/Item", 2, "tag 'type'"),
                        new RunSummary.Union("/b", 3, "JSON kind"),
                        new RunSummary.Union(
                                "/components/schemas/Note/properties/parts/anyOf/0/items", 4, "tag 'type'")));

        assertThat(summary.lines(false))
                .containsExactly(
                        "8 operations, 9 types: 3 records, 1 requests, 2 open enums, 3 unions",
                        "  1 by JSON kind: /b",
                        "  2 by tag 'type': Item, Note.parts[]");
        assertThat(summary.lines(true))
                .contains("  /components/schemas/Note/properties/parts/anyOf/0/items: 4 variants by tag 'type'")
                .hasSize(4);
    }
}
