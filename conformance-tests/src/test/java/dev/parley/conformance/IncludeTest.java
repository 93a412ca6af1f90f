package dev.parley.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.parley.openai.model.ConversationItem;
import dev.parley.openai.model.Include;
import dev.parley.runtime.error.BadRequestException;
import dev.parley.runtime.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a request may ask the server to add to items. */
class IncludeTest {

    private final Kit kit = new Kit();

    @AfterEach
    void close() {
        kit.close();
    }

    @ParameterizedTest
    @EnumSource(Include.Known.class)
    void include_knownValue_bringsWhatIsLeftOutOtherwise(Include.Known include) {
        JsonObject stored = holderOf(include);
        String id = kit.conversationOf(0);
        String itemId = Trees.text(kit.server.seedItem(id, stored), "id");

        ConversationItem without = kit.items().retrieve(id, itemId);
        ConversationItem with = kit.items().retrieve(id, itemId, r -> r.addInclude(include));
        ConversationItem listed =
                kit.items().list(id, q -> q.include(List.of(include))).items().get(0);

        assertThat(with).isEqualTo(listed).isNotEqualTo(without);
        assertThat(with.toJson()).contains("SECRET");
        assertThat(without.toJson()).doesNotContain("SECRET");
        assertThat(without).isExactlyInstanceOf(with.getClass()).isNotInstanceOf(ConversationItem.Unknown.class);
        assertThat(kit.lastRequest().target()).endsWith("?include%5B%5D=" + include.value());
    }

    @Test
    void include_unknownValue_isSentAsItIsAndTheServersToRefuse() {
        kit.net.excuse("query include", "the value is to be refused");
        String id = kit.conversationOf(1);

        BadRequestException e = catchThrowableOfType(
                BadRequestException.class,
                () -> kit.items().list(id, q -> q.addInclude(Include.of("message.mood & more"))));

        assertThat(kit.lastRequest().target()).endsWith("?include%5B%5D=message.mood%20%26%20more");
        assertThat(e.code()).isEqualTo("invalid_value");
        assertThat(e.param()).isEqualTo("include[0]");
    }

    @Test
    void include_emptyListOrNull_sendsNothing() {
        String id = kit.conversationOf(1);

        kit.items().list(id, q -> q.include(List.of()));
        assertThat(kit.lastRequest().target()).doesNotContain("?");
        kit.items().list(id, q -> q.include(null));
        assertThat(kit.lastRequest().target()).doesNotContain("?");
    }

    private static JsonObject holderOf(Include.Known include) {
        return switch (include) {
            case FILE_SEARCH_CALL_RESULTS -> item("file_search_call", "'queries':[],'results':[{'text':'SECRET'}]");
            case WEB_SEARCH_CALL_RESULTS -> item("web_search_call", "'results':['SECRET']");
            case WEB_SEARCH_CALL_ACTION_SOURCES ->
                item("web_search_call", "'action':{'type':'search','sources':[{'type':'url','url':'SECRET'}]}");
            case MESSAGE_INPUT_IMAGE_IMAGE_URL ->
                message("{'type':'input_image','detail':'auto','image_url':'SECRET'}");
            case COMPUTER_CALL_OUTPUT_OUTPUT_IMAGE_URL ->
                item(
                        "computer_call_output",
                        "'call_id':'c','output':{'type':'computer_screenshot','image_url':'SECRET'}");
            case CODE_INTERPRETER_CALL_OUTPUTS ->
                item(
                        "code_interpreter_call",
                        "'container_id':'c','code':'','outputs':[{'type':'logs','logs':'SECRET'}]");
            case REASONING_ENCRYPTED_CONTENT -> item("reasoning", "'summary':[],'encrypted_content':'SECRET'");
            case MESSAGE_OUTPUT_TEXT_LOGPROBS ->
                message("{'type':'output_text','text':'x','annotations':[],'logprobs':"
                        + "[{'token':'SECRET','logprob':-0.5,'bytes':[],'top_logprobs':[]}]}");
        };
    }

    private static JsonObject message(String part) {
        return item("message", "'role':'user','content':[" + part + "]");
    }

    private static JsonObject item(String type, String members) {
        String json = "{'id':'item_1','type':'" + type + "','status':'completed'," + members + "}";
        return Trees.object(Trees.parse(json));
    }
}
