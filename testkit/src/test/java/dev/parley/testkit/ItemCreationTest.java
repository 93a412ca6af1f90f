package dev.parley.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.runtime.json.JsonObject;
import dev.parley.runtime.json.JsonString;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ItemCreationTest {

    private static final String HELLO = "{\"role\":\"user\",\"content\":\"Hello\"}";

    private ConversationsServer server;
    private PlainClient client;
    private String conversation;

    @BeforeEach
    void start() {
        server = ConversationsServer.start();
        client = new PlainClient(server);
        conversation = client.conversation("{}");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void create_answer_hasTheRecordedOrderAndKeepsThatOfTheRequest() {
        PlainClient.Reply reply =
                create("[{\"role\":\"user\",\"content\":\"a\"},{\"role\":\"user\",\"content\":\"b\"}]");

        String first = reply.ids().get(0);
        String second = reply.ids().get(1);
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body())
                .isEqualTo("{\"object\":\"list\",\"data\":[" + userMessage(first, "a") + "," + userMessage(second, "b")
                        + "],\"first_id\":\"" + first + "\",\"has_more\":false,\"last_id\":\"" + second + "\"}");
    }

    @Test
    void message_identifier_endsInTheDigitsOfItsConversation() {
        String id = create("[" + HELLO + "]").ids().get(0);

        assertThat(id).matches("msg_[0-9a-f]{48}").endsWith(conversation.substring(conversation.length() - 16));
    }

    @Test
    void message_parts_areCompletedAndOrdered() {
        assertThat(stored("{\"content\":[{\"text\":\"look\",\"type\":\"input_text\"},"
                        + "{\"type\":\"input_image\",\"file_id\":\"file-1\"},"
                        + "{\"type\":\"input_file\",\"filename\":\"a.pdf\",\"file_data\":\"data:;base64,AA\"}],"
                        + "\"role\":\"user\",\"type\":\"message\"}"))
                .isEqualTo("\"type\":\"message\",\"status\":\"completed\",\"content\":["
                        + "{\"type\":\"input_text\",\"text\":\"look\"},"
                        + "{\"type\":\"input_image\",\"detail\":\"auto\",\"file_id\":\"file-1\",\"image_url\":null},"
                        + "{\"type\":\"input_file\",\"file_id\":null,\"filename\":\"a.pdf\"}],\"role\":\"user\"}");
    }

    @Test
    void message_textOfAnAssistant_becomesOutputText() {
        assertThat(stored("{\"role\":\"assistant\",\"content\":\"Hi\",\"phase\":\"final_answer\"}"))
                .isEqualTo("\"type\":\"message\",\"status\":\"completed\",\"content\":[{\"type\":\"output_text\","
                        + "\"annotations\":[],\"logprobs\":[],\"text\":\"Hi\"}],\"phase\":\"final_answer\","
                        + "\"role\":\"assistant\"}");
    }

    @Test
    void message_idAndStatusOfTheClient_areKept() {
        JsonObject item = client.add(
                        conversation,
                        "[{\"id\":\"msg_mine\",\"status\":\"incomplete\",\"role\":\"assistant\",\"content\":[]}]")
                .get(0);

        assertThat(item)
                .hasToString("{\"id\":\"msg_mine\",\"type\":\"message\",\"status\":\"incomplete\",\"content\":[],"
                        + "\"role\":\"assistant\"}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "fc_  | {'type':'function_call','call_id':'c','name':'n','arguments':'{}'}",
                "fc_  | {'type':'function_call_output','call_id':'c','output':'22'}",
                "apco_| {'type':'apply_patch_call_output','call_id':'c'}",
                "rs_  | {'type':'reasoning','summary':[]}",
                "mcpa_| {'type':'mcp_approval_response','approval_request_id':'r','approve':true}",
                "ctc_ | {'type':'custom_tool_call','call_id':'c','name':'n','input':''}",
                "item_| {'type':'x_own_type','anything':1}",
            })
    void identifier_ofEachType_beginsWithItsPrefix(String prefix, String item) {
        assertThat(create("[" + item.replace('\'', '"') + "]").ids().get(0)).startsWith(prefix);
    }

    @Test
    void functionCall_minimal_isCompletedAndOrdered() {
        assertThat(stored(
                        "{\"type\":\"function_call\",\"name\":\"n\",\"call_id\":\"c\",\"arguments\":\"\",\"id\":null}"))
                .isEqualTo("\"type\":\"function_call\",\"status\":\"completed\",\"arguments\":\"\",\"call_id\":\"c\","
                        + "\"name\":\"n\"}");
    }

    @Test
    void mcpCall_minimal_hasTheRecordedNulls() {
        assertThat(stored("{\"type\":\"mcp_call\",\"server_label\":\"s\",\"name\":\"n\",\"arguments\":\"{}\"}"))
                .isEqualTo("\"type\":\"mcp_call\",\"approval_request_id\":null,\"arguments\":\"{}\",\"error\":null,"
                        + "\"name\":\"n\",\"output\":null,\"server_label\":\"s\"}");
    }

    @Test
    void reference_known_isACopyWithAnIdentifierOfItsOwn() {
        String original = create("[" + HELLO + "]").ids().get(0);

        PlainClient.Reply reply = create("[{\"id\":\"" + original + "\"}]");

        assertThat(reply.ids().get(0)).startsWith("msg_").isNotEqualTo(original);
        assertThat(reply.data().get(0)).hasToString(userMessage(reply.ids().get(0), "Hello"));
    }

    @Test
    void reference_unknown_isNotFound() {
        PlainClient.Reply reply = create("[{\"type\":\"item_reference\",\"id\":\"msg_gone\"}]");

        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.error("param")).isEqualTo("\"items[0].id\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "type              | missing_required_parameter | {'text':'no type'}",
                "role              | missing_required_parameter | {'type':'message','content':'x'}",
                "content           | missing_required_parameter | {'role':'user'}",
                "call_id           | missing_required_parameter | {'type':'function_call_output','output':''}",
                "content[0].text   | missing_required_parameter | {'role':'user','content':[{'type':'input_text'}]}",
                "role              | invalid_value | {'role':'tool','content':'x'}",
                "content[0].type   | invalid_value | {'role':'user','content':[{'type':'output_text','text':''}]}",
                "content[0].type   | invalid_value | {'role':'assistant','content':[{'type':'input_text','text':''}]}",
                "content           | invalid_type | {'role':'user','content':1}",
                "content[0]        | invalid_type | {'role':'user','content':['x']}",
                "id                | invalid_type | {'id':1,'role':'user','content':''}"
            })
    void item_bad_isRefusedWithItsPlaceAndNothingIsStored(String param, String code, String item) {
        PlainClient.Reply reply = create("[" + HELLO + "," + item.replace('\'', '"') + "]");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.error("param")).isEqualTo("\"items[1]." + param + "\"");
        assertThat(reply.error("code")).isEqualTo("\"" + code + "\"");
        assertThat(server.items(conversation)).isEmpty();
    }

    @Test
    void items_twenty_areAccepted() {
        assertThat(create(Collections.nCopies(20, HELLO).toString()).data()).hasSize(20);
    }

    @Test
    void items_twentyOne_areRefusedByBothOperations() {
        String items = Collections.nCopies(21, HELLO).toString();

        for (PlainClient.Reply reply :
                List.of(create(items), client.post("/conversations", "{\"items\":" + items + "}"))) {
            assertThat(reply.status()).isEqualTo(400);
            assertThat(reply.error("param")).isEqualTo("\"items\"");
            assertThat(reply.error("code")).isEqualTo("\"array_above_max_length\"");
            assertThat(reply.error("message")).contains("maximum length 20", "length 21");
        }
        assertThat(server.items(conversation)).isEmpty();
    }

    @Test
    void items_sameIdentifierTwice_areRefused() {
        String item = "{\"id\":\"msg_1\",\"role\":\"user\",\"content\":\"x\"}";

        assertThat(create("[" + item + "," + item + "]").status()).isEqualTo(400);
        assertThat(create("[" + item + "]").status()).isEqualTo(200);
        assertThat(create("[" + item + "]").status()).isEqualTo(400);
    }

    @Test
    void items_absent_isRefused() {
        PlainClient.Reply reply = client.post("/conversations/" + conversation + "/items", "{}");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.error("message")).isEqualTo("\"Missing required parameter: 'items'.\"");
    }

    private PlainClient.Reply create(String items) {
        return client.post("/conversations/" + conversation + "/items", "{\"items\":" + items + "}");
    }

    /** Adds one item and returns what follows its identifier. */
    private String stored(String item) {
        JsonObject json = create("[" + item + "]").data().get(0);
        String id = json.get("id") instanceof JsonString text ? text.value() : "";
        return json.toJson().replace("{\"id\":\"" + id + "\",", "");
    }

    private static String userMessage(String id, String text) {
        return "{\"id\":\"" + id
                + "\",\"type\":\"message\",\"status\":\"completed\",\"content\":[{\"type\":\"input_text\","
                + "\"text\":\"" + text + "\"}],\"role\":\"user\"}";
    }
}
