package dev.parley.generator.resolve;

import static dev.parley.generator.resolve.Resolution.component;
import static dev.parley.generator.resolve.Resolution.found;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.parley.generator.diagnostic.Diagnostic;
import dev.parley.generator.diagnostic.Diagnostic.Severity;
import dev.parley.generator.model.Decision;
import dev.parley.generator.model.Decision.ByPresence;
import dev.parley.generator.model.Decision.ByTag;
import dev.parley.generator.model.Member;
import dev.parley.generator.model.Operation;
import dev.parley.generator.model.Presence;
import dev.parley.generator.model.RecordDeclaration;
import dev.parley.generator.model.TypeRef;
import dev.parley.generator.model.UnionDeclaration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Holds the resolver against the official documents, where they are at hand beside the project. */
class OfficialDocumentTest {

    private static @Nullable Resolution conversations;

    @BeforeAll
    static void resolve() throws IOException {
        conversations = official("conversations.yaml");
    }

    private static Resolution official(String name) throws IOException {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            Path document = folder.resolve("shared/official").resolve(name);
            if (Files.exists(document)) {
                return Resolution.of(Files.readString(document));
            }
        }
        System.err.println(
                "SKIPPED: no shared/official/" + name + " above " + Path.of("").toAbsolutePath());
        assumeTrue(false, "the official document is not at hand");
        throw new AssertionError();
    }

    private static ByTag byTag(String union) {
        return (ByTag) conversations.union(union).decision();
    }

    @Test
    void conversations_resolveWithoutErrors() {
        assertThat(conversations.reports())
                .containsExactlyInAnyOrder(
                        "WARNING required-without-property /components/schemas/LocalShellToolCallOutput",
                        "WARNING required-without-property /components/schemas/MCPApprovalResponseResource",
                        "WARNING required-without-property /components/schemas/MCPApprovalResponse",
                        "NOTE union-promoted /components/schemas/CompoundFilter/properties/filters/items",
                        "NOTE ambiguous-union /components/schemas/InputItem",
                        "NOTE security-unused /components/securitySchemes/AdminApiKeyAuth");
    }

    @Test
    void conversationItem_isDecidedByTypeAlone() {
        ByTag decision = byTag("ConversationItem");

        assertThat(decision.member()).isEqualTo("type");
        assertThat(decision.values()).hasSize(28);
        assertThat(decision.values().values()).allMatch(Decision.Found.class::isInstance);
        assertThat(decision.absent()).isNull();
        assertThat(decision.otherwise()).isNull();
        assertThat(conversations.union("ConversationItem").tag()).isEqualTo(new UnionDeclaration.Tag("type", false));
    }

    @Test
    void item_splitsMessagesByRole() {
        assertThat(byTag("Item").values()).hasSize(26);
        assertThat(byTag("Item").values().get("message"))
                .isEqualTo(new ByTag(
                        "role",
                        Map.of(
                                "user", found("Item", 0),
                                "system", found("Item", 0),
                                "developer", found("Item", 0),
                                "assistant", found("Item", 1)),
                        null,
                        found("Item", 0)));
    }

    @Test
    void inputItem_splitsMessagesByRoleThenPresence() {
        Decision easy = found("InputItem", 0);
        Decision assistant = new ByPresence(List.of(
                new ByPresence.Branch(Set.of("id", "status"), found("Item", 1)),
                new ByPresence.Branch(Set.of(), easy)));

        ByTag decision = byTag("InputItem");
        assertThat(decision.values()).hasSize(30);
        assertThat(decision.values().get("message"))
                .isEqualTo(new ByTag(
                        "role",
                        Map.of("user", easy, "assistant", assistant, "system", easy, "developer", easy),
                        null,
                        easy));
        assertThat(decision.absent())
                .isEqualTo(new ByPresence(List.of(
                        new ByPresence.Branch(Set.of("role", "content"), easy),
                        new ByPresence.Branch(Set.of("id"), found("InputItem", 3)))));
        assertThat(conversations.union("InputItem").tag()).isEqualTo(new UnionDeclaration.Tag("type", true));
    }

    @Test
    void unions_areDecidedByKindOrTag() {
        Map<String, Integer> counts = new TreeMap<>();
        conversations.model().declarations().stream()
                .filter(UnionDeclaration.class::isInstance)
                .map(declaration -> ((UnionDeclaration) declaration).decision())
                .forEach(decision -> counts.merge(decision.getClass().getSimpleName(), 1, Integer::sum));

        assertThat(counts).isEqualTo(Map.of("ByKind", 10, "ByTag", 30));
    }

    @Test
    void message_hasConstantsAndNullableBehindReferences() {
        RecordDeclaration message = conversations.record("Message");

        assertThat(message.constants()).extracting(Member::wireName).containsExactly("type");
        assertThat(message.properties())
                .extracting(Member.Property::wireName, Member.Property::presence)
                .containsExactly(
                        tuple("id", Presence.REQUIRED),
                        tuple("status", Presence.REQUIRED),
                        tuple("role", Presence.REQUIRED),
                        tuple("content", Presence.REQUIRED),
                        tuple("phase", Presence.OPTIONAL));
        assertThat(message.unions()).containsExactly(component("ConversationItem"));
    }

    @Test
    void operations_areNamedAsPeopleNameThem() {
        assertThat(conversations.model().services())
                .extracting(service -> String.join(".", service.resource()) + " "
                        + service.operations().stream().map(Operation::verb).toList())
                .containsExactly(
                        "conversations [create, update, retrieve, delete]",
                        "conversations.items [create, list, retrieve, delete]");
        assertThat(conversations.operation(1, 1).paging())
                .isEqualTo(new Operation.Paging(
                        component("ConversationItemList"),
                        "data",
                        new TypeRef.Declared(component("ConversationItem")),
                        "has_more",
                        "last_id",
                        "after",
                        null));
    }

    @Test
    void secondRun_saysTheSame() throws IOException {
        assertThat(official("conversations.yaml").toString()).isEqualTo(conversations.toString());
    }

    @Test
    void responses_resolveWithoutErrors() throws IOException {
        assertThat(official("conversations-responses.yaml").diagnostics())
                .noneMatch(diagnostic -> diagnostic.severity() == Severity.ERROR);
    }

    @Test
    void wholeApi_isResolvedWithoutErrors() throws IOException {
        Resolution whole = official("openapi.yaml");

        assertThat(whole.diagnostics())
                .filteredOn(diagnostic -> diagnostic.severity() == Severity.ERROR)
                .extracting(Diagnostic::code)
                .isEmpty();
        assertThat(whole.model().declarations()).hasSizeGreaterThan(1000);
    }
}
