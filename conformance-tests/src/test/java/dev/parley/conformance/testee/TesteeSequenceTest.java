package dev.parley.conformance.testee;

import static dev.parley.conformance.testee.TesteeLines.answer;
import static dev.parley.conformance.testee.TesteeLines.failure;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conformance.Kit;
import dev.parley.conformance.LoopbackServer;
import dev.parley.conformance.Trees;
import dev.parley.conformance.report.Check;
import dev.parley.conformance.report.Evidence;
import dev.parley.runtime.json.JsonArray;
import dev.parley.runtime.json.JsonBoolean;
import dev.parley.runtime.json.JsonNumber;
import dev.parley.runtime.json.JsonObject;
import dev.parley.runtime.json.JsonValue;
import dev.parley.testkit.Fault;
import dev.parley.testkit.StreamFault;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists walked over and streams read by the testee. */
@Timeout(120)
class TesteeSequenceTest {

    private static final String LIST = "{'op':'listAll','method':'conversations.items.list','baseUrl':'%s',"
            + "'args':{'conversation_id':'%s','limit':100,'order':'asc'},'options':{'async':%s,'maxRetries':0}%s}";

    private static final String STREAM = "{'op':'stream','method':'responses.create','baseUrl':'%s',"
            + "'body':{'model':'m','input':'Hello'},'options':{'async':%s,'maxRetries':0,'timeoutMs':20000}}";

    @ParameterizedTest
    @CsvSource({"false,''", "true,''", "false,250", "true,250", "false,7", "true,7", "false,0", "true,0", "false,1000"})
    void listAll_ofManyItems_stopsAtTheLimit(boolean async, String limit) throws Throwable {
        try (Kit kit = new Kit()) {
            String id = kit.conversationOf(253);
            int before = kit.server.requests().size();
            List<JsonValue> expected = kit.server.items(id).stream()
                    .map(item -> Trees.member(item, "id"))
                    .limit(limit.isEmpty() ? 253 : Long.parseLong(limit))
                    .toList();
            Evidence.show("conversations.items.list", Check.OPERATION_SEQUENCE, "testee, 253 items", () -> {
                JsonObject answer = answer(
                        LIST.formatted(kit.server.baseUrl(), id, async, limit.isEmpty() ? "" : ",'limit':" + limit));

                assertThat(answer.names()).containsExactly("ok", "count", "ids");
                assertThat(answer.get("count")).isEqualTo(JsonNumber.of(expected.size()));
                assertThat(answer.get("ids")).isEqualTo(new JsonArray(expected));
                assertThat(kit.server.requests().size() - before).isEqualTo(expected.size() > 200 ? 3 : 1);
            });
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void listAll_ofInputItems_tellsThoseWithoutAnIdAsNull(boolean async) throws Throwable {
        String page = "{\"object\":\"list\",\"data\":[{\"type\":\"x\",\"id\":\"a\"},{\"type\":\"x\"},{\"id\":7}],"
                + "\"first_id\":\"a\",\"last_id\":\"a\",\"has_more\":false}";
        Evidence.show("responses.input_items.list", Check.OPERATION_SEQUENCE, "testee, items without ids", () -> {
            try (LoopbackServer server = LoopbackServer.answering(200, page)) {
                assertThat(answer("{'op':'listAll','method':'responses.input_items.list','baseUrl':'" + server.baseUrl()
                                + "','args':{'response_id':'r'},'options':{'async':" + async + "}}"))
                        .isEqualTo(Trees.parse("{'ok':true,'count':3,'ids':['a',null,7]}"));
            }
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void listAll_failingOnItsWay_tellsTheIdsUpToThere(boolean async) {
        String page = "{\"object\":\"list\",\"data\":[{\"type\":\"x\",\"id\":\"a\"}],"
                + "\"first_id\":\"a\",\"last_id\":\"a\",\"has_more\":true}";
        try (LoopbackServer server = LoopbackServer.answering(200, page)) {
            JsonObject answer = answer(LIST.formatted(server.baseUrl(), "c", async, ""));

            assertThat(failure(answer, "PagingException")).isNotEmpty();
            assertThat(answer.get("ids")).isEqualTo(Trees.parse("['a','a']"));
            assertThat(answer.get("count")).isEqualTo(JsonNumber.of(2));
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void listAll_failingAtOnce_isTheFailureAlone(boolean async) {
        try (Kit kit = new Kit()) {
            kit.server.failNext(500, "{}", Map.of());

            JsonObject answer = answer(LIST.formatted(kit.server.baseUrl(), "c", async, ""));

            assertThat(failure(answer, "ServerException")).isNotEmpty();
            assertThat(answer.names()).containsExactly("ok", "error");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'method':'conversations.create' | conversations.create has no pages; listAll takes conversations.items.list",
                "'limit':-1 | 'limit' is not a number of items",
                "'limit':1.5 | 'limit' is not a whole number",
                "'limit':'1' | 'limit' is not a number of items",
                "'args':{'conversation_id':'c','response_id':'r'} | has no parameter 'response_id'",
                "'body':{} | conversations.items.list has no body"
            })
    void listAll_thatCannotBeMade_saysWhy(String member, String message) {
        String line = LIST.formatted("http://127.0.0.1:1/v1", "c", false, "," + member);

        assertThat(failure(answer(line), "BadRequest")).contains(message);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void stream_ofAResponse_tellsEveryEvent(boolean async) throws Throwable {
        try (Kit kit = new Kit()) {
            Evidence.show("responses.create", Check.OPERATION_SEQUENCE, "testee, events", () -> {
                JsonObject answer = answer(STREAM.formatted(kit.server.baseUrl(), async));

                assertThat(answer.names()).containsExactly("ok", "events");
                assertThat(classes(answer))
                        .startsWith("ResponseCreatedEvent", "ResponseInProgressEvent")
                        .contains("ResponseTextDeltaEvent")
                        .endsWith("ResponseCompletedEvent");
                assertThat(Trees.elements(Trees.member(answer, "events")))
                        .allMatch(event ->
                                !Trees.text(Trees.member(event, "json"), "type").isEmpty());
            });
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void stream_ofAStoredResponse_tellsUnknownEventsToo(boolean async) throws Throwable {
        String events = "data: {\"type\":\"response.of_tomorrow\",\"n\":1}\n\ndata: [DONE]\n\n";
        Evidence.show("responses.retrieve", Check.OPERATION_SEQUENCE, "testee, events", () -> {
            try (LoopbackServer server =
                    LoopbackServer.answering(200, events, Map.of("content-type", "text/event-stream"))) {
                assertThat(answer("{'op':'stream','method':'responses.retrieve','baseUrl':'" + server.baseUrl()
                                + "','args':{'response_id':'r','starting_after':3},'options':{'async':" + async + "}}"))
                        .isEqualTo(Trees.parse("{'ok':true,'events':[{'class':'Unknown',"
                                + "'json':{'type':'response.of_tomorrow','n':1}}]}"));
                assertThat(server.request().target()).contains("stream=true").contains("starting_after=3");
            }
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void stream_thatBreaks_tellsTheEventsUpToThere(boolean async) {
        try (Kit kit = new Kit()) {
            kit.server.failNextStream(StreamFault.disconnectAfter(2));
            JsonObject broken = answer(STREAM.formatted(kit.server.baseUrl(), async));
            kit.server.failNextStream(StreamFault.malformedAfter(3));
            JsonObject malformed = answer(STREAM.formatted(kit.server.baseUrl(), async));

            assertThat(failure(broken, "TransportException")).isNotEmpty();
            assertThat(broken.get("ok")).isEqualTo(JsonBoolean.FALSE);
            assertThat(classes(broken)).containsExactly("ResponseCreatedEvent", "ResponseInProgressEvent");
            assertThat(failure(malformed, "DecodingException")).isNotEmpty();
            assertThat(classes(malformed)).hasSize(3);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void stream_thatIsRefusedOrEndsWithAnError_isAnErrorWithWhatTheServerSays(boolean async) {
        String error = "event: error\ndata: {\"error\":{\"message\":\"too much\"}}\n\n";
        try (Kit kit = new Kit();
                LoopbackServer server = LoopbackServer.answering(
                        200, error, Map.of("content-type", "text/event-stream", "x-request-id", "req_1"))) {
            kit.server.failNext(Fault.answer(429, "{}", Map.of()));
            assertThat(failure(answer(STREAM.formatted(kit.server.baseUrl(), async)), "RateLimitException"))
                    .isNotEmpty();

            JsonObject ended = answer(STREAM.formatted(server.baseUrl(), async));
            assertThat(failure(ended, "StreamException")).contains("too much");
            assertThat(Trees.objectMember(ended, "error").get("body"))
                    .isEqualTo(Trees.parse("{'error':{'message':'too much'}}"));
            assertThat(Trees.text(Trees.member(ended, "error"), "requestId")).isEqualTo("req_1");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void streamsAndLists_ofAServerThatStaysSilent_endInTime(boolean async) {
        String timeout = "'timeoutMs':100";
        try (LoopbackServer server = LoopbackServer.silent();
                Kit kit = new Kit()) {
            String stream = STREAM.replace("'timeoutMs':20000", timeout);
            kit.server.failNextStream(StreamFault.stallAfter(1));

            assertThat(failure(answer(stream.formatted(server.baseUrl(), async)), "TimeoutException"))
                    .isNotEmpty();
            assertThat(failure(
                            answer(LIST.replace("'maxRetries':0", timeout).formatted(server.baseUrl(), "c", async, "")),
                            "TimeoutException"))
                    .isNotEmpty();
            assertThat(failure(
                            answer(stream.replace(timeout, "'timeoutMs':600").formatted(kit.server.baseUrl(), async)),
                            "TimeoutException"))
                    .isNotEmpty();
        }
    }

    @Test
    void stream_ofAnOperationWithout_isABadRequest() {
        assertThat(failure(
                        answer("{'op':'stream','method':'conversations.create','baseUrl':'http://127.0.0.1:1/v1'}"),
                        "BadRequest"))
                .isEqualTo("conversations.create has no stream of events");
    }

    private static List<String> classes(JsonObject answer) {
        return Trees.elements(Trees.member(answer, "events")).stream()
                .map(event -> Trees.text(event, "class"))
                .toList();
    }
}
