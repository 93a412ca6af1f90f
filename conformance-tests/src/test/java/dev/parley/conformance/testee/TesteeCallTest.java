package dev.parley.conformance.testee;

import static dev.parley.conformance.testee.TesteeLines.answer;
import static dev.parley.conformance.testee.TesteeLines.answered;
import static dev.parley.conformance.testee.TesteeLines.failure;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conformance.ItemTypes;
import dev.parley.conformance.Kit;
import dev.parley.conformance.LoopbackServer;
import dev.parley.conformance.RecordedExchange;
import dev.parley.conformance.Trees;
import dev.parley.conformance.report.Check;
import dev.parley.conformance.report.Evidence;
import dev.parley.runtime.json.JsonBoolean;
import dev.parley.runtime.json.JsonNumber;
import dev.parley.runtime.json.JsonObject;
import dev.parley.runtime.json.JsonString;
import dev.parley.runtime.json.JsonValue;
import dev.parley.testkit.Fault;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls that the testee makes of servers. */
@Timeout(120)
class TesteeCallTest {

    private static final String RETRIEVE =
            "{'id':1,'op':'call','method':'conversations.retrieve','baseUrl':'%s','args':{'conversation_id':'c'},"
                    + "'options':{'maxRetries':0,'async':%s}}";

    @TestFactory
    Stream<DynamicTest> call_recordedExchange_isReplayed() {
        return RecordedExchange.all().stream()
                .flatMap(exchange -> Stream.of(false, true)
                        .map(async -> DynamicTest.dynamicTest(
                                exchange + (async ? " (async)" : ""), () -> assertReplayed(exchange, async))));
    }

    @ParameterizedTest
    @CsvSource({
        "400, BadRequestException",
        "401, AuthenticationException",
        "403, PermissionDeniedException",
        "404, NotFoundException",
        "409, ConflictException",
        "422, UnprocessableEntityException",
        "429, RateLimitException",
        "500, ServerException",
        "302, UnexpectedStatusException"
    })
    void call_answeredWithAnError_tellsWhatTheExceptionKnows(int status, String expectedClass) {
        String body = "{\"error\":{\"message\":\"it is so\",\"type\":\"t\",\"param\":null,\"code\":\"c\"}}";
        try (LoopbackServer server = LoopbackServer.answering(status, body, Map.of("x-request-id", "req_1"))) {
            for (boolean async : List.of(false, true)) {
                JsonObject error = error(answer(RETRIEVE.formatted(server.baseUrl(), async)));

                assertThat(error.names())
                        .containsExactly("class", "status", "requestId", "message", "body", "attempts");
                assertThat(error.get("class")).isEqualTo(new JsonString(expectedClass));
                assertThat(error.get("status")).isEqualTo(JsonNumber.of(status));
                assertThat(error.get("requestId")).isEqualTo(new JsonString("req_1"));
                assertThat(Trees.text(error, "message")).contains("it is so");
                assertThat(error.get("body")).isEqualTo(JsonValue.parse(body));
                assertThat(error.get("attempts")).isEqualTo(JsonNumber.of(1));
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {"<html>ü</html> | ^\"<html>ü</html>\"^", "^^ | null", "[1] | [1]"})
    void call_answeredWithAnErrorBodyOfAnyKind_tellsIt(String body, String expected) {
        try (LoopbackServer server = LoopbackServer.answering(502, body)) {
            assertThat(error(answer(RETRIEVE.formatted(server.baseUrl(), false)))
                            .get("body"))
                    .isEqualTo(JsonValue.parse(expected));
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void call_answeredWithWhatCannotBeRead_tellsPathAndStatus(boolean async) {
        try (LoopbackServer server = LoopbackServer.answering(200, "{\"id\":7}", Map.of("x-request-id", "req_1"))) {
            JsonObject error = error(answer(RETRIEVE.formatted(server.baseUrl(), async)));

            assertThat(error.get("class")).isEqualTo(new JsonString("DecodingException"));
            assertThat(error.get("path")).isEqualTo(new JsonString("$.id"));
            assertThat(error.get("status")).isEqualTo(JsonNumber.of(200));
            assertThat(error.get("requestId")).isEqualTo(new JsonString("req_1"));
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void call_ofAServerThatStaysSilent_endsInTime(boolean async) {
        try (LoopbackServer server = LoopbackServer.silent()) {
            JsonObject error = error(answer(RETRIEVE.formatted(server.baseUrl(), async)
                    .replace("'maxRetries':0", "'maxRetries':0,'timeoutMs':100")));

            assertThat(error.get("class")).isEqualTo(new JsonString("TimeoutException"));
            assertThat(error.get("attempts")).isEqualTo(JsonNumber.of(1));
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void call_whoseConnectionBreaks_isATransportException(boolean async) {
        try (Kit kit = new Kit()) {
            kit.server.failNext(Fault.dropConnection());
            kit.server.failNext(Fault.dropConnection());
            JsonObject answer = answer(RETRIEVE.formatted(kit.server.baseUrl(), async));

            assertThat(failure(answer, "TransportException")).isNotEmpty();
        }
    }

    @Test
    void call_failingOverAndOver_isTriedAgainEachTimeAsOftenAsTheOptionsSay() {
        try (LoopbackServer server = LoopbackServer.answering(503, "", Map.of("retry-after-ms", "1"))) {
            String line = RETRIEVE.formatted(server.baseUrl(), false)
                    .replace("'maxRetries':0", "'maxRetries':2")
                    .replace('\'', '"');
            int lines = 55; // with 110 retries, more than the budget of one client pays for

            List<JsonObject> answers =
                    TesteeLines.answers(Stream.generate(() -> line).limit(lines).toList());

            assertThat(answers)
                    .hasSize(lines)
                    .allMatch(answer -> error(answer).get("attempts").equals(JsonNumber.of(3)));
            assertThat(server.requests()).hasSize(3 * lines);
        }
    }

    @Test
    void call_withOptions_sendsWhatTheySay() {
        try (LoopbackServer server = LoopbackServer.answering(200, "{}")) {
            answer("{'op':'call','method':'conversations.retrieve','baseUrl':'" + server.baseUrl()
                    + "','apiKey':'k','args':{'conversation_id':'a b/ü'},'options':{'headers':{'x-one':'1'},"
                    + "'organization':'org-1','project':'proj-1','timeoutMs':null}}");

            LoopbackServer.Received sent = server.request();
            assertThat(sent.target()).isEqualTo("/v1/conversations/a%20b%2F%C3%BC");
            assertThat(sent.header("authorization")).isEqualTo("Bearer k");
            assertThat(sent.header("x-one")).isEqualTo("1");
            assertThat(sent.header("openai-organization")).isEqualTo("org-1");
            assertThat(sent.header("openai-project")).isEqualTo("proj-1");
        }
    }

    @Test
    void call_withoutAKey_sendsAPlaceholderUnlessTheKeyIsNull() {
        try (LoopbackServer server = LoopbackServer.answering(200, "{}")) {
            String line = RETRIEVE.formatted(server.baseUrl(), false);

            answer(line);
            assertThat(server.request().header("authorization")).isEqualTo("Bearer testee");
            assertThat(failure(answer(line.replace("'id':1", "'apiKey':null")), "IllegalStateException"))
                    .contains("no credential");
            assertThat(server.requests()).hasSize(1);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'options':{'retries':1} | BadRequest | there is no option 'retries'; there are maxRetries",
                "'options':{'maxRetries':'1'} | BadRequest | options.maxRetries is not a whole number",
                "'options':{'maxRetries':1e10} | BadRequest | options.maxRetries is not a whole number",
                "'options':{'maxRetries':-1} | IllegalArgumentException | -1",
                "'options':{'timeoutMs':0} | IllegalArgumentException | timeout",
                "'options':{'async':1} | BadRequest | options.async is not true or false",
                "'options':{'headers':[]} | BadRequest | options.headers is not an object",
                "'options':{'headers':{'x':1}} | BadRequest | the option 'x' is not a string",
                "'options':[] | BadRequest | 'options' is not an object",
                "'args':7 | BadRequest | 'args' is not an object",
                "'args':{} | BadRequest | args has no 'conversation_id'",
                "'args':{'conversation_id':1} | BadRequest | args.conversation_id is not a string",
                "'args':{'conversation_id':'c','limit':1} | BadRequest | conversations.retrieve has no parameter 'limit'",
                "'args':{'conversation_id':'..'} | IllegalArgumentException | conversation_id",
                "'body':{} | BadRequest | conversations.retrieve has no body",
                "'apiKey':7 | BadRequest | 'apiKey' is not a string",
                "'baseUrl':'nowhere' | IllegalArgumentException | the base URL has no scheme"
            })
    void call_thatCannotBeMade_saysWhyAndSendsNothing(String member, String expectedClass, String message) {
        try (LoopbackServer server = LoopbackServer.answering(200, "{}")) {
            String line = "{'op':'call','method':'conversations.retrieve','args':{'conversation_id':'c'},'baseUrl':'"
                    + server.baseUrl() + "'," + member + "}";

            assertThat(failure(answer(line), expectedClass)).contains(message);
            assertThat(server.requests()).isEmpty();
        }
    }

    @Test
    void call_whoseBodyDoesNotFit_isADecodingExceptionWithItsPath() {
        JsonObject answer =
                answer("{'op':'call','method':'conversations.items.create','baseUrl':'http://127.0.0.1:1/v1',"
                        + "'args':{'conversation_id':'c'},'body':{'items':{}}}");

        assertThat(failure(answer, "DecodingException")).startsWith("$.items: expected an array");
        assertThat(Trees.text(error(answer), "path")).isEqualTo("$.items");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void call_whoseAnswerHasNoValue_hasNoClass(boolean async) {
        try (LoopbackServer server = LoopbackServer.answering(200, "", Map.of("x-request-id", "req_1"))) {
            assertThat(answer("{'op':'call','method':'responses.delete','baseUrl':'" + server.baseUrl()
                            + "','args':{'response_id':'r'},'body':null,'options':{'async':" + async + "}}"))
                    .isEqualTo(Trees.parse("{'ok':true,'class':null,'status':200,'requestId':'req_1','json':null}"));
        }
    }

    private static void assertReplayed(RecordedExchange exchange, boolean async) throws Throwable {
        RecordedRequest request = new RecordedRequest(exchange);
        Check check = async ? Check.OPERATION_ASYNC : Check.OPERATION_RECORDING;
        Evidence.show(request.operation(), check, "testee, " + exchange, () -> {
            try (LoopbackServer server = LoopbackServer.answering(
                    exchange.status(),
                    exchange.responseBody().toJson(),
                    Map.of("x-request-id", exchange.requestId()))) {
                if (!exchange.succeeded()) {
                    server.net.excuseRequests("what the recorded server refused");
                }
                JsonObject answer = answered(request.line(server.baseUrl(), async));

                assertThat(server.request().method()).isEqualTo(exchange.method());
                assertThat(RecordedExchange.path(server.request().target()))
                        .isEqualTo(RecordedExchange.path(exchange.target()));
                assertThat(RecordedExchange.query(server.request().target()))
                        .containsExactlyInAnyOrderElementsOf(exchange.query());
                if (exchange.requestBody() instanceof JsonObject body) {
                    assertThat(JsonValue.parse(server.request().body())).isEqualTo(body);
                }
                assertTold(request, answer);
            }
        });
    }

    private static void assertTold(RecordedRequest request, JsonObject answer) {
        RecordedExchange exchange = request.exchange();
        JsonObject told = exchange.succeeded() ? answer : error(answer);
        assertThat(answer.get("ok")).isEqualTo(JsonBoolean.of(exchange.succeeded()));
        assertThat(told.get("status")).isEqualTo(JsonNumber.of(exchange.status()));
        assertThat(told.get("requestId")).isEqualTo(new JsonString(exchange.requestId()));
        assertThat(told.get(exchange.succeeded() ? "json" : "body")).isEqualTo(exchange.responseBody());
        assertThat(told.get("class")).isEqualTo(new JsonString(expectedClass(request)));
    }

    private static String expectedClass(RecordedRequest request) {
        RecordedExchange exchange = request.exchange();
        if (!exchange.succeeded()) {
            return exchange.status() == 404 ? "NotFoundException" : "BadRequestException";
        }
        return switch (request.operation()) {
            case "conversations.delete" -> "ConversationDeleted";
            case "conversations.items.create", "conversations.items.list" -> "ConversationItemList";
            case "conversations.items.retrieve" ->
                ItemTypes.BY_WIRE_VALUE
                        .get(Trees.text(exchange.responseBody(), "type"))
                        .getSimpleName();
            default -> "Conversation";
        };
    }

    private static JsonObject error(JsonObject answer) {
        assertThat(answer.get("ok")).as(answer.toString()).isEqualTo(JsonBoolean.FALSE);
        return Trees.objectMember(answer, "error");
    }
}
