package dev.parley.conformance.strict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testkit.ConversationsServer;
import dev.parley.testkit.ModelAnswer;
import dev.parley.testkit.ScriptedModel;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The events of the test kit are what the documents say; in the tests of the client nobody may read them besides it. */
@Timeout(120)
class TestKitStreamTest {

    static Stream<Arguments> answers() {
        return Stream.of(
                Arguments.of("text", ModelAnswer.text("several words of text")),
                Arguments.of("refusal", ModelAnswer.refusal("not that")),
                Arguments.of("function call", ModelAnswer.functionCall("add", "{\"a\":1}")),
                Arguments.of("failure", ModelAnswer.failure("server_error", "broken")),
                Arguments.of("incomplete", ModelAnswer.incomplete("max_output_tokens", "cut")),
                Arguments.of("several", ModelAnswer.text("first").and(ModelAnswer.functionCall("add", "{}"))));
    }

    @ParameterizedTest
    @MethodSource("answers")
    void events_ofAResponse_areValid(String name, ModelAnswer answer) throws IOException, InterruptedException {
        HttpResponse<String> response = streamed(answer);

        assertThat(response.body()).contains("event: response.");
        assertThat(findings(response)).isEmpty();
    }

    /** What the documents have against the events of an answer. */
    static List<Finding> findings(HttpResponse<String> response) {
        return Validity.ofAnswer(
                "POST",
                "/v1/responses",
                response.statusCode(),
                response.headers().map(),
                response.body());
    }

    /** The events that an answer of a model becomes. */
    static HttpResponse<String> streamed(ModelAnswer answer) throws IOException, InterruptedException {
        try (ConversationsServer server =
                ConversationsServer.builder().model(ScriptedModel.of(answer)).start()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(server.baseUrl() + "/responses"))
                    .header("content-type", "application/json")
                    .header("accept", "text/event-stream")
                    .header("authorization", "Bearer sk-test")
                    .POST(BodyPublishers.ofString("{\"model\":\"gpt-4\",\"input\":\"x\",\"stream\":true}"))
                    .build();
            return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        }
    }
}
