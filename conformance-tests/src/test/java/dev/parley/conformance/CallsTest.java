package dev.parley.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.parley.openai.OpenAiClient;
import dev.parley.openai.model.Conversation;
import dev.parley.openai.model.ConversationItemList;
import dev.parley.openai.model.ResponseStreamEvent;
import dev.parley.runtime.call.ApiCall;
import dev.parley.runtime.call.ApiResponse;
import dev.parley.runtime.call.StreamCall;
import dev.parley.runtime.error.DecodingException;
import dev.parley.runtime.error.NotFoundException;
import dev.parley.runtime.event.EventStream;
import dev.parley.runtime.json.JsonValue;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The answer beside its value: status, headers, request id, time, attempts, and the body. */
@Timeout(120)
class CallsTest {

    private final Kit kit = new Kit();

    @AfterEach
    void close() {
        kit.close();
    }

    @Test
    void send_success_hasAllOfTheAnswer() {
        ApiCall<Conversation> call = kit.client.calls().conversations().create(c -> c.metadata(Map.of("k", "v")));
        assertThat(kit.server.requests()).isEmpty();

        ApiResponse<Conversation> answer = call.send();

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers().first("Content-Type")).startsWith("application/json");
        assertThat(answer.requestId())
                .startsWith("req_")
                .isEqualTo(answer.headers().first("x-request-id"));
        assertThat(answer.elapsed()).isPositive().isLessThan(Duration.ofMinutes(1));
        assertThat(answer.attempts()).isEqualTo(1);
        assertThat(JsonValue.parse(answer.body()))
                .isEqualTo(JsonValue.parse(answer.value().toJson()))
                .isEqualTo(JsonValue.parse(answer.bodyBytes()));
        assertThat(answer.value()).isSameAs(answer.value());
        assertThat(answer.toString())
                .contains("200")
                .doesNotContain(answer.value().id());
    }

    @Test
    void sendAsync_success_isTheSame() {
        ApiResponse<Conversation> answer =
                kit.client.calls().conversations().create().sendAsync().join();

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.requestId()).startsWith("req_");
        assertThat(answer.attempts()).isEqualTo(1);
        assertThat(answer.value())
                .isEqualTo(kit.conversations().retrieve(answer.value().id()));
    }

    @Test
    void send_bodyThatDoesNotFit_failsOnlyWhenTheValueIsAskedFor() {
        String body = "{\"id\":\"conv_1\",\"object\":\"conversation\",\"created_at\":\"now\",\"metadata\":{}}";
        try (LoopbackServer server = LoopbackServer.answering(200, body, Map.of("x-request-id", "req_7"));
                OpenAiClient client = server.client()) {
            ApiCall<Conversation> call = client.calls().conversations().retrieve("conv_1");

            for (ApiResponse<Conversation> answer :
                    List.of(call.send(), call.sendAsync().join())) {
                assertThat(answer.status()).isEqualTo(200);
                assertThat(answer.requestId()).isEqualTo("req_7");
                assertThat(answer.body()).isEqualTo(body);
                DecodingException e = catchThrowableOfType(DecodingException.class, answer::value);
                assertThat(e.path()).isEqualTo("$.created_at");
                assertThat(e.bodyText()).isEqualTo(body);
            }
            assertThat(catchThrowableOfType(DecodingException.class, call::execute))
                    .hasMessageStartingWith("$.created_at: ");
            CompletionException async = catchThrowableOfType(
                    CompletionException.class, () -> call.executeAsync().join());
            assertThat(async).hasCauseInstanceOf(DecodingException.class);
        }
    }

    @Test
    void send_errorStatus_throwsAsTheServiceDoes() {
        ApiCall<Conversation> call = kit.client.calls().conversations().retrieve("conv_none");

        assertThat(catchThrowableOfType(NotFoundException.class, call::send).requestId())
                .startsWith("req_");
        CompletionException async = catchThrowableOfType(
                CompletionException.class, () -> call.sendAsync().join());
        assertThat(async).hasCauseInstanceOf(NotFoundException.class);
    }

    @Test
    void send_afterRetries_countsTheAttempts() {
        kit.server.failNext(429, "{}", Map.of("retry-after-ms", "1"));
        kit.server.failNext(500, "{}", Map.of("retry-after-ms", "1"));

        ApiResponse<Conversation> answer = kit.client
                .withOptions(o -> o.maxRetries(2))
                .calls()
                .conversations()
                .create()
                .send();

        assertThat(answer.attempts()).isEqualTo(3);
        assertThat(kit.server.requests())
                .extracting(request -> request.header("x-parley-retry-count"))
                .containsExactly("0", "1", "2");
    }

    @Test
    void send_twice_isTwoCallsWithKeysOfTheirOwn() {
        ApiCall<Conversation> call = kit.client.calls().conversations().create();

        assertThat(call.execute().id()).isNotEqualTo(call.executeAsync().join().id());
        assertThat(kit.server.requests())
                .extracting(request -> request.header("idempotency-key"))
                .doesNotContainNull()
                .doesNotHaveDuplicates();
    }

    @Test
    void send_listAndDelete_haveTheirValues() {
        String id = kit.conversationOf(3);
        String response =
                kit.responses().create(r -> r.model("gpt-4").input("x")).id();

        ApiResponse<ConversationItemList> page = kit.client
                .calls()
                .conversations()
                .items()
                .list(id, q -> q.limit(2L))
                .send();
        ApiResponse<@Nullable Void> deleted =
                kit.client.calls().responses().delete(response).send();

        assertThat(Kit.texts(page.value().data())).isEqualTo(Kit.texts(2, 1));
        assertThat(deleted.value()).isNull();
        assertThat(deleted.body()).contains("\"deleted\":true");
    }

    @Test
    void map_ofACall_isReadFromTheSameAnswer() {
        ApiResponse<Integer> answer = kit.client
                .calls()
                .conversations()
                .create()
                .map(created -> created.id().length())
                .send();

        assertThat(answer.value()).isGreaterThan("conv_".length());
    }

    @Test
    void stream_asACall_isOpenedAnewEachTime() {
        StreamCall<ResponseStreamEvent> call =
                kit.client.calls().responses().stream(r -> r.model("gpt-4").input("x"));

        try (EventStream<ResponseStreamEvent> first = call.open();
                EventStream<ResponseStreamEvent> second = call.open()) {
            assertThat(first.headers().first("content-type")).startsWith("text/event-stream");
            assertThat(first.requestId()).isNotEqualTo(second.requestId());
            assertThat(first.stream().count()).isEqualTo(second.stream().count());
        }
    }
}
