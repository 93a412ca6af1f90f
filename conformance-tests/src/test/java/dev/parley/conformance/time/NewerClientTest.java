package dev.parley.conformance.time;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conformance.ItemFixture;
import dev.parley.runtime.json.JsonObject;
import dev.parley.runtime.json.JsonString;
import dev.parley.runtime.json.JsonValue;
import dev.parley.runtime.json.JsonWritable;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Clients of newer documents read what servers of today send. */
class NewerClientTest {

    private static final String SCHEMAS = "$.components.schemas";
    private static final JsonObject TEXT = JsonObject.of("type", "string");

    @Test
    void samples_membersValuesAndVariantsAdded_areReadAsToday() {
        ClientEdition today = ClientEdition.today();
        ClientEdition newer = ClientEdition.of(additions());
        assertThat(List.of("NewerItem", "NewerTool", "NewerEvent")).allMatch(newer::hasModel);

        for (Sample sample : Sample.all()) {
            JsonWritable value = sample.assertLossless(newer);
            assertThat(Sample.misfits(value)).as("%s", sample).isEmpty();
            assertThat(Sample.types(value)).as("%s", sample).isEqualTo(Sample.types(sample.assertLossless(today)));
        }
    }

    @Test
    void page_requiredMemberAdded_itemsWithoutItAreUnknownAndSayWhy() {
        DocumentChange change = new DocumentChange()
                .update(SCHEMAS + ".Message.properties", JsonObject.of("x_newer", TEXT))
                .update(SCHEMAS + ".Message.required", new JsonString("x_newer"));

        assertUnknown(change, "message", "missing required member 'x_newer'");
    }

    @Test
    void page_typeOfARequiredMemberChanged_itemsOfTodayAreUnknownAndSayWhy() {
        DocumentChange change = new DocumentChange()
                .update(SCHEMAS + ".MCPApprovalRequest.properties.arguments", JsonObject.of("type", "integer"));

        assertUnknown(change, "mcp_approval_request", "arguments");
    }

    @Test
    void page_tagChanged_itemsOfTodayAreUnknownWithoutAProblem() {
        DocumentChange change = new DocumentChange()
                .removeValues(SCHEMAS + ".Program.properties.type.enum", List.of("program"))
                .update(SCHEMAS + ".Program.properties.type.enum", new JsonString("program_v2"));

        assertUnknown(change, "program", null);
    }

    @Test
    void page_limitTightened_itemsOfTodayAreReadAsToday() {
        DocumentChange change = new DocumentChange()
                .update(SCHEMAS + ".ProgramOutput.properties.result", JsonObject.of("maxLength", 1));

        assertUnknown(change, "none", null);
    }

    /** A little of all that may be added without harm. */
    private static DocumentChange additions() {
        DocumentChange change = new DocumentChange().update(SCHEMAS + "[*].properties", JsonObject.of("x_newer", TEXT));
        for (Map.Entry<String, JsonValue> schema :
                DocumentTree.get().schemas().members().entrySet()) {
            if (DocumentTree.list((JsonObject) schema.getValue(), "enum").size() > 1) {
                change.update(DocumentChange.schema(schema.getKey()) + ".enum", new JsonString("x_newer"));
            }
        }
        Map.of("ConversationItem", "NewerItem", "Tool", "NewerTool", "ResponseStreamEvent", "NewerEvent")
                .forEach((union, variant) -> change.addBranch(union, variant, variant(variant)));
        return change;
    }

    private static JsonObject variant(String tag) {
        return JsonObject.of(
                "type", "object",
                "properties", JsonObject.of("type", TEXT.with("enum", List.of(tag))),
                "required", List.of("type"));
    }

    /** The page is read, of it items of one type are unknown for that reason, null if for none; nothing is lost. */
    private static void assertUnknown(DocumentChange change, String type, @Nullable String reason) {
        List<ItemFixture> fixtures = ItemFixture.all().toList();
        JsonWritable page =
                new Sample("ConversationItemList", "page", Pages.of(fixtures)).assertLossless(ClientEdition.of(change));

        List<?> items = (List<?>) ClientEdition.call(page, "data");
        assertThat(items).hasSameSizeAs(fixtures);
        for (int i = 0; i < items.size(); i++) {
            Object item = items.get(i);
            boolean unknown = fixtures.get(i).type().equals(type);
            assertThat(item.getClass().getSimpleName().equals("Unknown"))
                    .as("%s", fixtures.get(i))
                    .isEqualTo(unknown);
            assertThat(Sample.misfits((JsonWritable) item)).hasSize(unknown && reason != null ? 1 : 0);
            if (unknown && reason != null) {
                assertThat((String) ClientEdition.call(item, "problem")).contains(reason);
            }
        }
    }
}
