package dev.parley.conformance.testee;

import static dev.parley.conformance.testee.TesteeLines.answer;
import static dev.parley.conformance.testee.TesteeLines.answered;
import static dev.parley.conformance.testee.TesteeLines.failure;
import static dev.parley.conformance.testee.TesteeLines.roundtrip;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conformance.ItemTypes;
import dev.parley.conformance.RecordedExchange;
import dev.parley.conformance.Shared;
import dev.parley.conformance.Trees;
import dev.parley.conformance.report.Check;
import dev.parley.conformance.report.Evidence;
import dev.parley.runtime.json.JsonBoolean;
import dev.parley.runtime.json.JsonNull;
import dev.parley.runtime.json.JsonObject;
import dev.parley.runtime.json.JsonString;
import dev.parley.runtime.json.JsonValue;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values of types by name, read and written again. */
class TesteeRoundTripTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "Conversation | {'id':'c','object':'conversation','created_at':1,'metadata':null} | Conversation",
                "ConversationResource | {'id':'c','object':'conversation','created_at':1,'metadata':{}} | Conversation",
                "CreateConversationBody | {'metadata':null,'extra':[1]} | ConversationCreateRequest",
                "CreateResponse | {'model':'m','input':'Hello'} | ResponseCreateRequest",
                "ConversationItem | {'type':'program','id':'p','call_id':'c','code':'','fingerprint':''} | Program",
                "ConversationItemCreateRequest.Body | {'items':[]} | Body",
                "MessageRole | 'user' | Known",
                "IncludeEnum | 'reasoning.encrypted_content' | Known",
                "MCPTool.RequireApproval.Setting.Value | 'never' | Known",
                "MCPTool.RequireApproval | 'never' | Setting",
                "EasyInputMessage.Content | 'Hello' | Text",
                "EasyInputMessage.Content.Text | 'Hello' | Text",
                "ComparisonFilter.Value.Items.Item | 1.50 | Numeric",
                "ResponseInput | [] | Items"
            })
    void type_byName_isReadAndWritten(String type, String json, String expectedClass) {
        JsonObject answer = roundtrip(type, Trees.parse(json));

        assertThat(answer)
                .isEqualTo(Trees.parse("{'ok':true,'class':'" + expectedClass
                        + "','unknown':false,'problem':null,'json':" + json + "}"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "ConversationItem | {'type':'of_tomorrow','n':0} | ^^",
                "ConversationItem | {'type':'message','id':7} | $.id: expected a string, found a number",
                "ConversationItem | {'no':'tag'} | ^^",
                "MessageRole | 'of_tomorrow' | ^^",
                "EasyInputMessage.Content | {} | ^^"
            })
    void value_thatNoTypeHolds_isUnknownAndKept(String type, String json, String problem) {
        JsonObject answer = roundtrip(type, Trees.parse(json));

        assertThat(answer.get("class")).isEqualTo(new JsonString("Unknown"));
        assertThat(answer.get("unknown")).isEqualTo(JsonBoolean.TRUE);
        assertThat(answer.get("json")).isEqualTo(Trees.parse(json));
        assertThat(answer.get("problem")).isEqualTo(problem.isEmpty() ? JsonNull.INSTANCE : new JsonString(problem));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "Conversation | {'id':1} | $.id | expected a string, found a number",
                "Conversation | null | $ | expected an object, found null",
                "ConversationItemList | {'object':'list','data':[{'type':'x'},7,{}],'has_more':1} | $.has_more | expected",
                "MessageRole | {} | $ | expected a string, found an object",
                "ConversationItem | 7 | $ | expected an object, found a number",
                "EasyInputMessage.Content.Parts | 'Hello' | $ | expected a Parts, found a Text"
            })
    void value_thatDoesNotFit_isADecodingExceptionWithItsPath(String type, String json, String path, String reason) {
        JsonObject answer = roundtrip(type, Trees.parse(json));

        assertThat(failure(answer, "DecodingException")).startsWith(path + ": ").contains(reason);
        assertThat(Trees.text(Trees.member(answer, "error"), "path")).isEqualTo(path);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "{'object':'list','data':[ | $.data",
                "^^ | $",
                "{'data':[]} 7 | $",
                "{'data':[],'first_id':'\\x'} | $.first_id",
                "{'data':[01]} | $.data[0]"
            })
    void text_broken_isADecodingExceptionWithItsPath(String text, String path) {
        JsonObject answer = answered("{\"op\":\"roundtrip\",\"type\":\"ConversationItemList\",\"text\":"
                + new JsonString(text.replace('\'', '"')).toJson() + "}");

        assertThat(failure(answer, "DecodingException")).startsWith(path + ": ");
        assertThat(Trees.text(Trees.member(answer, "error"), "path")).isEqualTo(path);
    }

    @Test
    void text_withAByteOrderMarkDuplicatesAndLoneSurrogates_isReadLikeJson() {
        assertThat(answer(
                                "{'op':'roundtrip','type':'Item','text':'\\ufeff{\\'type\\':\\'a\\', \\'type\\':\\'\\ud800\\'}\\n'}")
                        .get("json"))
                .isEqualTo(Trees.parse("{'type':'\\ud800'}"));
    }

    @Test
    void jsonAndText_oneOfThemNull_isTheOtherOne() {
        assertThat(answer("{'op':'roundtrip','type':'Item','json':{'type':'a'},'text':null}")
                        .get("json"))
                .isEqualTo(Trees.parse("{'type':'a'}"));
        assertThat(answer("{'op':'roundtrip','type':'Item','json':null,'text':'{\\'type\\':\\'a\\'}'}")
                        .get("json"))
                .isEqualTo(Trees.parse("{'type':'a'}"));
    }

    @TestFactory
    Stream<DynamicTest> recordings_itemsOfServersAndClients_passWithoutLoss() {
        Path manifest = Shared.file("recordings/items/manifest.json");
        return Trees.elements(Shared.json(manifest)).stream()
                .map(entry -> DynamicTest.dynamicTest(
                        Trees.text(entry, "file"), () -> assertItemPasses(manifest.getParent(), entry)));
    }

    @TestFactory
    Stream<DynamicTest> recordings_bodiesOfExchanges_passWithoutLoss() {
        return RecordedExchange.all().stream()
                .map(exchange -> DynamicTest.dynamicTest(exchange.toString(), () -> {
                    RecordedRequest request = new RecordedRequest(exchange);
                    Evidence.show(
                            request.operation(), Check.OPERATION_RECORDING, "testee, bodies of " + exchange, () -> {
                                if (exchange.requestBody() instanceof JsonObject body) {
                                    assertPasses(request.requestType(), body);
                                }
                                if (exchange.succeeded()) {
                                    assertPasses(request.responseType(), exchange.responseBody());
                                }
                            });
                }));
    }

    private static void assertItemPasses(Path folder, JsonValue entry) throws Throwable {
        JsonValue item = Shared.json(folder.resolve(Trees.text(entry, "file")));
        String tag = Trees.text(entry, "type");
        boolean sentByServer = Trees.text(entry, "direction").equals("server-sent");
        Evidence.show(tag, Check.ITEM_RECORDING, "testee, " + Trees.text(entry, "file"), () -> {
            JsonObject answer = assertPasses(sentByServer ? "ConversationItem" : "InputItem", item);
            if (sentByServer) {
                assertThat(Trees.text(answer, "class"))
                        .isEqualTo(ItemTypes.BY_WIRE_VALUE.get(tag).getSimpleName());
            }
            for (String type : List.of("ConversationItem", "InputItem", "Item", "ResponseItem", "OutputItem")) {
                assertThat(roundtrip(type, item).get("json")).as(type).isEqualTo(item);
            }
        });
    }

    private static JsonObject assertPasses(String type, JsonValue json) {
        JsonObject answer = roundtrip(type, json);
        assertThat(answer.get("unknown")).as(answer.toString()).isEqualTo(JsonBoolean.FALSE);
        assertThat(answer.get("json")).isEqualTo(json);
        return answer;
    }
}
