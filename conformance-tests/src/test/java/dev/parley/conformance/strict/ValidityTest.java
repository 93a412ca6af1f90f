package dev.parley.conformance.strict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is planted in a request or an answer is found by each document. */
class ValidityTest {

    private static final Map<String, List<String>> JSON = Validity.JSON;
    private static final String ITEMS = "/v1/conversations/conv_1/items";

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

    private static List<Finding> answer(String method, String target, int status, String type, String body) {
        return Validity.ofAnswer(method, target, status, Map.of("content-type", List.of(type)), body);
    }

    private static List<Finding> request(String method, String target, String body) {
        return Validity.ofRequest(method, target, JSON, body);
    }
}
