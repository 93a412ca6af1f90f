package dev.parley.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.runtime.json.JsonObject;
import dev.parley.runtime.json.JsonValue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IncludeTest {

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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "message.input_image.image_url"
                        + "|{'id':'i','type':'message','content':[{'type':'input_image','image_url':'data:x'}]}"
                        + "|{'id':'i','type':'message','content':[{'type':'input_image','image_url':null}]}",
                "message.output_text.logprobs"
                        + "|{'id':'i','type':'message','content':[{'type':'output_text','logprobs':[1],'text':''}]}"
                        + "|{'id':'i','type':'message','content':[{'type':'output_text','logprobs':[],'text':''}]}",
                "reasoning.encrypted_content"
                        + "|{'id':'i','type':'reasoning','encrypted_content':'e','summary':[]}"
                        + "|{'id':'i','type':'reasoning','summary':[]}",
                "file_search_call.results"
                        + "|{'id':'i','type':'file_search_call','queries':[],'results':[{'score':1}]}"
                        + "|{'id':'i','type':'file_search_call','queries':[],'results':null}",
                "code_interpreter_call.outputs"
                        + "|{'id':'i','type':'code_interpreter_call','code':'','outputs':[{'type':'logs'}]}"
                        + "|{'id':'i','type':'code_interpreter_call','code':'','outputs':null}",
                "computer_call_output.output.image_url"
                        + "|{'id':'i','type':'computer_call_output','output':{'type':'screenshot','image_url':'u'}}"
                        + "|{'id':'i','type':'computer_call_output','output':{'type':'screenshot'}}",
                "web_search_call.action.sources"
                        + "|{'id':'i','type':'web_search_call','action':{'type':'search','sources':[{'url':'u'}]}}"
                        + "|{'id':'i','type':'web_search_call','action':{'type':'search'}}",
                "web_search_call.results"
                        + "|{'id':'i','type':'web_search_call','action':{'type':'search'},'results':[]}"
                        + "|{'id':'i','type':'web_search_call','action':{'type':'search'}}"
            })
    void optionalData_onlyWhenIncluded_isAnswered(String include, String full, String reduced) {
        String expected = full.replace('\'', '"');
        server.seedItem(conversation, (JsonObject) JsonValue.parse(expected));
        String path = "/conversations/" + conversation + "/items/i";

        assertThat(client.get(path).body()).isEqualTo(reduced.replace('\'', '"'));
        assertThat(client.get(path + "?include[]=" + include).body()).isEqualTo(expected);
        assertThat(client.get(path + "?include%5B%5D=" + include).body()).isEqualTo(expected);
        assertThat(client.get(path + "?include=" + include).body()).isEqualTo(expected);
        assertThat(server.items(conversation).get(0).toJson()).isEqualTo(expected);
    }

    @Test
    void create_include_governsItsAnswerButNotWhatIsStored() {
        String body =
                "{\"items\":[{\"role\":\"user\",\"content\":[{\"type\":\"input_image\",\"image_url\":\"data:x\"}]}]}";
        String path = "/conversations/" + conversation + "/items";

        assertThat(client.post(path, body).body()).contains("\"image_url\":null");
        assertThat(client.post(path + "?include[]=message.input_image.image_url", body)
                        .body())
                .contains("\"image_url\":\"data:x\"");
        assertThat(server.items(conversation).toString()).doesNotContain("\"image_url\":null");
    }

    @Test
    void list_severalIncludes_areAllHonoured() {
        server.seedItem(conversation, (JsonObject)
                JsonValue.parse("{\"type\":\"reasoning\",\"encrypted_content\":\"e\",\"summary\":[]}"));
        server.seedItem(conversation, (JsonObject)
                JsonValue.parse("{\"type\":\"file_search_call\",\"results\":[{\"score\":1}]}"));

        String body = client.get("/conversations/" + conversation
                        + "/items?include[]=reasoning.encrypted_content&include[]=file_search_call.results")
                .body();

        assertThat(body).contains("\"encrypted_content\":\"e\"", "\"score\":1");
    }

    @Test
    void unknownValue_anyOperationThatTakesIt_isRefused() {
        String items = "/conversations/" + conversation + "/items";
        String query = "?include[]=reasoning.encrypted_content&include[]=everything";
        String body = "{\"items\":[{\"id\":\"msg_1\",\"role\":\"user\",\"content\":\"x\"}]}";

        for (PlainClient.Reply reply : new PlainClient.Reply[] {
            client.post(items + query, body), client.get(items + query), client.get(items + "/msg_1" + query)
        }) {
            assertThat(reply.status()).isEqualTo(400);
            assertThat(reply.error("param")).isEqualTo("\"include[1]\"");
            assertThat(reply.error("code")).isEqualTo("\"invalid_value\"");
            assertThat(reply.error("message")).contains("'everything'", "'message.output_text.logprobs'");
        }
        assertThat(server.items(conversation)).isEmpty();
    }
}
