package dev.parley.conformance.strict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.parley.conformance.Kit;
import dev.parley.conformance.LoopbackServer;
import dev.parley.openai.OpenAiClient;
import dev.parley.openai.model.ConversationCreateRequest;
import dev.parley.openai.model.Include;
import dev.parley.openai.model.InputItem;
import dev.parley.runtime.error.BadRequestException;
import dev.parley.runtime.json.JsonString;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The net has no holes: what is planted is caught, by the server and by the tools of the suite. */
class StrictServerTest {

    private static final Map<String, List<String>> JSON = Validity.JSON;
    private static final String ITEMS = "/v1/conversations/conv_1/items";

    private final StrictServer server = new StrictServer();
    private final OpenAiClient client = server.client();

    @AfterEach
    void close() {
        client.close();
        server.close();
    }

    static Stream<Arguments> wrongCalls() {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (int i = 0; i < 17; i++) {
            pairs.put("k" + i, "v");
        }
        return Stream.of(
                wrong("/metadata: must have at most 16", c -> c.conversations().create(r -> r.metadata(pairs))),
                wrong(
                        "/metadata/k: must be at most 512",
                        c -> c.conversations().update("conv_1", r -> r.metadata(Map.of("k", "v".repeat(513))))),
                wrong(
                        "/metadata: property 'kkk",
                        c -> c.conversations().update("conv_1", r -> r.metadata(Map.of("k".repeat(65), "v")))),
                wrong(
                        "/items: must have at most 20",
                        c -> c.conversations()
                                .items()
                                .create("conv_1", r -> r.items(Collections.nCopies(21, Kit.user("x"))))),
                wrong(
                        "query limit: must have a maximum",
                        c -> c.conversations().items().list("conv_1", r -> r.limit(101L))),
                wrong(
                        "query order: does not have a value",
                        c -> c.conversations().items().list("conv_1", r -> r.order("up"))),
                wrong(
                        "query include/0: does not have a value",
                        c -> c.conversations()
                                .items()
                                .retrieve("conv_1", "msg_1", r -> r.addInclude(Include.of("all")))),
                wrong(
                        "/items/0: required property 'output' not found",
                        c -> send(c, "{\"type\":\"function_call_output\",\"call_id\":\"c\"}")),
                wrong("/items/0/type: does not have a value", c -> send(c, "{\"type\":\"later_call\"}")),
                wrong(
                        "/items/0/role: does not have a value",
                        c -> send(c, "{\"role\":\"narrator\",\"content\":\"x\"}")),
                wrong(
                        "/items/0/content/0/text: integer found",
                        c -> send(c, "{\"role\":\"user\",\"content\":[{\"type\":\"input_text\",\"text\":1}]}")),
                wrong(
                        "/items/0: the document names no member 'mood'",
                        c -> send(c, "{\"role\":\"user\",\"content\":\"x\",\"mood\":\"good\"}")),
                wrong(
                        "/temperature: must have a maximum",
                        c -> c.responses().create(r -> r.model("m").input("x").temperature(2.1))),
                wrong(
                        "body: the document names no member 'verbose'",
                        c -> c.responses()
                                .create(r -> r.model("m").additionalProperty("verbose", new JsonString("x")))),
                wrong(
                        "query api-version: the operation has no such",
                        c -> c.withOptions(o -> o.query("api-version", "1"))
                                .conversations()
                                .retrieve("conv_1")));
    }

    /** The number of them says that every call gets an answer that its caller can read. */
    @Test
    void everyOperation_calledRight_isAnswered() {
        client.conversations().create(c -> c.addItem(Kit.user("x")));
        client.conversations().create(ConversationCreateRequest.builder().build());
        client.conversations().retrieve("conv_1");
        client.conversations().update("conv_1", r -> r.metadata(Map.of("k", "v")));
        client.conversations().delete("conv_1");
        client.conversations().items().create("conv_1", r -> r.addItem(Kit.user("x")));
        client.conversations().items().list("conv_1", r -> r.limit(100L).order("asc"));
        client.conversations().items().retrieve("conv_1", "msg_1");
        client.conversations().items().delete("conv_1", "msg_1");
        client.responses().create(r -> r.model("gpt-4").input("x"));
        client.responses().stream(r -> r.model("gpt-4").input("x")).close();
        client.responses().retrieve("resp_1");
        client.responses().cancel("resp_1");
        client.responses().inputItems().list("resp_1");
        client.responses().delete("resp_1");
    }

    @ParameterizedTest
    @MethodSource("wrongCalls")
    void wrongCall_isRefusedByEachDocument(String found, Consumer<OpenAiClient> call) {
        BadRequestException e = catchThrowableOfType(BadRequestException.class, () -> call.accept(client));

        for (DocumentValidator document : Documents.all()) {
            assertThat(e.serverMessage().lines().filter(line -> line.startsWith(document.name())))
                    .singleElement()
                    .asString()
                    .contains(found);
        }
    }

    static Stream<Arguments> wrongExchanges() {
        String page = "{\"object\":\"list\",\"data\":[%s],\"has_more\":false,\"first_id\":\"a\",\"last_id\":\"a\"}";
        String event = "event: response.output_text.done\ndata: {\"type\":\"%s\",\"item_id\":\"i\",\"output_index\":0,"
                + "\"content_index\":0,\"text\":\"x\",\"logprobs\":[],\"sequence_number\":%s}\n\n";
        return Stream.of(
                Arguments.of("status: 201", answer("GET", ITEMS, 201, "application/json", page.formatted(""))),
                Arguments.of("content-type", answer("GET", ITEMS, 200, "text/plain", page.formatted(""))),
                Arguments.of("body: no JSON", answer("GET", ITEMS, 200, "application/json", "{")),
                Arguments.of("body: empty", answer("GET", ITEMS, 200, "application/json", "")),
                Arguments.of(
                        "/object",
                        answer(
                                "GET",
                                ITEMS,
                                200,
                                "application/json",
                                page.replace("list", "page").formatted(""))),
                Arguments.of(
                        "/data/0/status",
                        answer(
                                "GET",
                                ITEMS,
                                200,
                                "application/json",
                                page.formatted("{\"type\":\"message\",\"id\":\"m\","
                                        + "\"role\":\"user\",\"content\":[],\"status\":\"lost\"}"))),
                Arguments.of("'error' not found", answer("GET", ITEMS, 429, "application/json", "{}")),
                Arguments.of(
                        "'message' not found",
                        answer(
                                "GET",
                                ITEMS,
                                500,
                                "application/json",
                                "{\"error\":{\"type\":\"x\",\"code\":null,\"param\":null}}")),
                Arguments.of(
                        "it is called",
                        answer(
                                "POST",
                                "/v1/responses",
                                200,
                                "text/event-stream",
                                event.formatted("response.refusal.done", "1"))),
                Arguments.of(
                        "/sequence_number",
                        answer(
                                "POST",
                                "/v1/responses",
                                200,
                                "text/event-stream",
                                event.formatted("response.output_text.done", "\"1\""))),
                Arguments.of("there is none", answer("POST", "/v1/responses", 200, "text/event-stream", "")),
                Arguments.of("path: the document has no", request("GET", "/v1/models", "")),
                Arguments.of("path: the document has no", request("PUT", ITEMS, "{}")),
                Arguments.of("body: the operation takes none", request("GET", ITEMS, "{}")),
                Arguments.of("body: the operation needs one", request("POST", ITEMS, "")),
                Arguments.of("query limit: 'ten'", request("GET", ITEMS + "?limit=ten", "")),
                Arguments.of("query limit: it is there 2 times", request("GET", ITEMS + "?limit=1&limit=2", "")),
                Arguments.of("query stream: 'yes'", request("GET", "/v1/responses/r?stream=yes", "")),
                Arguments.of("query order[]", request("GET", ITEMS + "?order%5B%5D=asc", "")),
                Arguments.of(
                        "content-type: the operation does not take",
                        Validity.ofRequest("POST", ITEMS, Map.of(), "{\"items\":[]}")),
                Arguments.of(
                        "header accept", Validity.ofRequest("GET", ITEMS, Map.of("accept", List.of("text/html")), "")));
    }

    @ParameterizedTest
    @MethodSource("wrongExchanges")
    void wrongExchange_isFoundByEachDocument(String expected, List<Finding> found) {
        assertThat(found)
                .extracting(Finding::document)
                .containsAll(
                        Documents.all().stream().map(DocumentValidator::name).toList());
        assertThat(found).anySatisfy(finding -> assertThat(finding.toString()).contains(expected));
    }

    @Test
    void kit_requestThatIsWrong_failsWhenItIsClosedUnlessExcused() {
        Kit kit = new Kit();
        String id = kit.conversationOf(0);
        assertThatThrownBy(() -> kit.items().list(id, q -> q.limit(101L))).isInstanceOf(BadRequestException.class);

        assertThatExceptionOfType(AssertionError.class).isThrownBy(kit::close).withMessageContaining("query limit");
        kit.net.excuse("query limit", "it is wrong on purpose");
        kit.net.verify();
    }

    @Test
    void kit_answerThatIsWrong_failsWhenItIsClosedUnlessExcused() {
        Kit kit = new Kit();
        kit.server.failNext(200, "{\"id\":\"conv_1\",\"object\":\"conversation\",\"created_at\":1}", Map.of());
        kit.client
                .calls()
                .conversations()
                .create(ConversationCreateRequest.builder().build())
                .sendAsync()
                .exceptionally(e -> null)
                .join();

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(kit::close)
                .withMessageContaining("required property 'metadata' not found");
        kit.net.excuseAnswers("it is wrong on purpose");
        kit.net.verify();
    }

    @Test
    void loopbackServer_requestThatIsWrong_failsWhenItIsClosed() {
        LoopbackServer loopback = LoopbackServer.answering(200, "{}");
        try (OpenAiClient wrong = loopback.client()) {
            assertThatThrownBy(() -> send(wrong, "{\"type\":\"message\"}")).isInstanceOf(RuntimeException.class);
        }

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(loopback::close)
                .withMessageContaining("/items/0: required property");
    }

    private static Arguments wrong(String found, Consumer<OpenAiClient> call) {
        return Arguments.of(found, call);
    }

    private static List<Finding> answer(String method, String target, int status, String type, String body) {
        return Validity.ofAnswer(method, target, status, Map.of("content-type", List.of(type)), body);
    }

    private static List<Finding> request(String method, String target, String body) {
        return Validity.ofRequest(method, target, JSON, body);
    }

    private static void send(OpenAiClient client, String item) {
        client.conversations().items().create("conv_1", request -> request.addItem(InputItem.fromJson(item)));
    }
}
