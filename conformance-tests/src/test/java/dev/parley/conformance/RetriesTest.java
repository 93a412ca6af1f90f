package dev.parley.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.parley.openai.OpenAiClient;
import dev.parley.openai.model.Conversation;
import dev.parley.runtime.call.RetryPolicy;
import dev.parley.runtime.error.BadRequestException;
import dev.parley.runtime.error.ConflictException;
import dev.parley.runtime.error.ParleyException;
import dev.parley.runtime.error.RateLimitException;
import dev.parley.runtime.error.ServerException;
import dev.parley.runtime.error.TransportException;
import dev.parley.runtime.http.HttpTransport;
import dev.parley.runtime.http.JdkHttpTransport;
import dev.parley.runtime.http.UrlConnectionTransport;
import dev.parley.testkit.ConversationsServer;
import dev.parley.testkit.Fault;
import dev.parley.testkit.RecordedRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a client tries again, and that the server does it once. */
@Timeout(120)
class RetriesTest {

    private static final Map<String, String> AT_ONCE = Map.of("retry-after-ms", "1");

    private final Kit kit = new Kit();
    private final OpenAiClient client = kit.client.withOptions(o -> o.retryPolicy(
            RetryPolicy.builder().maxRetries(2).baseDelay(Duration.ofMillis(2)).build()));

    @AfterEach
    void close() {
        kit.close();
    }

    static List<Named<Supplier<HttpTransport>>> transports() {
        return List.of(
                Named.of("java.net.http", () -> JdkHttpTransport.builder().build()),
                Named.of("HttpURLConnection", UrlConnectionTransport::create));
    }

    @Test
    void rateLimited_withRetryAfterInSeconds_waitsAndSucceeds() {
        kit.server.failNext(429, "{}", Map.of("retry-after", "1"));
        long start = System.nanoTime();

        Conversation conversation = client.conversations().create();

        assertThat(conversation.id()).startsWith("conv_");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(950));
        assertThat(kit.server.requests()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 409, 429, 500, 502, 503, 504, 599})
    void statusWorthARetry_onAPost_isTriedAgainUnderTheSameKey(int status) {
        kit.server.failNext(status, "{}", AT_ONCE);

        client.conversations().create();

        List<RecordedRequest> sent = kit.server.requests();
        assertThat(sent).hasSize(2);
        assertThat(sent.get(0).header("idempotency-key"))
                .isNotBlank()
                .isEqualTo(sent.get(1).header("idempotency-key"));
        assertThat(sent.get(0).body()).isEqualTo(sent.get(1).body());
        assertThat(sent).extracting(r -> r.header("x-parley-retry-count")).containsExactly("0", "1");
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 422})
    void statusNotWorthARetry_isThrownAtOnce(int status) {
        kit.net.excuse("required property 'error'", "the refusal is scripted, and empty");
        kit.server.failNext(status, "{}", AT_ONCE);

        ParleyException e = catchThrowableOfType(
                ParleyException.class, () -> client.conversations().create());

        assertThat(e.attempts()).isEqualTo(1);
        assertThat(kit.server.requests()).hasSize(1);
    }

    @Test
    void shouldRetryHeader_decidesOverTheStatus() {
        kit.net.excuse("required property 'error'", "the refusals are scripted, and empty");
        kit.server.failNext(400, "{}", Map.of("x-should-retry", "true", "retry-after-ms", "1"));
        client.conversations().create();
        assertThat(kit.server.requests()).hasSize(2);

        kit.server.failNext(409, "{}", Map.of("x-should-retry", "false"));
        assertThat(catchThrowableOfType(
                        ConflictException.class, () -> client.conversations().create()))
                .isNotNull();
        assertThat(kit.server.requests()).hasSize(3);
    }

    @ParameterizedTest
    @MethodSource("transports")
    void lostAnswer_ofAPost_isSentAgainAndDoneOnce(Supplier<HttpTransport> transport) {
        kit.server.failNext(Fault.loseAnswer());
        try (HttpTransport own = transport.get();
                OpenAiClient over = client.withOptions(o -> o.transport(own))) {
            Conversation created = over.conversations().create(c -> c.addItem(Kit.user("once")));

            List<RecordedRequest> sent = kit.server.requests();
            assertThat(sent).hasSize(2).extracting(RecordedRequest::method).containsOnly("POST");
            assertThat(sent.get(0).header("idempotency-key"))
                    .isEqualTo(sent.get(1).header("idempotency-key"));
            assertThat(over.calls()
                            .conversations()
                            .retrieve(created.id())
                            .send()
                            .attempts())
                    .isEqualTo(1);
            assertThat(kit.server.items(created.id())).hasSize(1);
        }
    }

    @Test
    void lostAnswer_ofAResponse_appendsTheItemsOnce() {
        String id = kit.conversationOf(0);
        kit.server.failNext(Fault.loseAnswer());

        client.responses().create(r -> r.model("gpt-4").conversation(id).input("once"));

        assertThat(kit.server.items(id)).hasSize(2);
    }

    @Test
    void lostAnswer_withoutIdempotencyKeys_isNotSentAgain() {
        kit.server.failNext(Fault.loseAnswer());

        TransportException e = catchThrowableOfType(
                TransportException.class,
                () -> client.withOptions(o -> o.idempotencyKeys(false))
                        .conversations()
                        .create());

        assertThat(e.attempts()).isEqualTo(1);
        assertThat(kit.server.requests()).hasSize(1).allMatch(r -> r.header("idempotency-key") == null);
    }

    @ParameterizedTest
    @MethodSource("transports")
    void halfBodyAndDroppedConnection_ofAGet_areReadAgain(Supplier<HttpTransport> transport) {
        String id = kit.conversationOf(2);
        kit.server.failNext(Fault.halfBody());
        kit.server.failNext(Fault.dropConnection());
        try (HttpTransport own = transport.get();
                OpenAiClient over = client.withOptions(o -> o.transport(own))) {
            assertThat(Kit.texts(over.conversations().items().list(id).items())).isEqualTo(Kit.texts(1, 0));
        }
    }

    @Test
    void retriesUsedUp_throwsTheLastAnswerWithTheCount() {
        kit.net.excuse("-> 503: body /error", "the error is scripted, and shorter than it should be");
        for (int i = 0; i < 3; i++) {
            kit.server.failNext(503, "{\"error\":{\"message\":\"try " + i + "\"}}", AT_ONCE);
        }

        ServerException e = catchThrowableOfType(
                ServerException.class, () -> client.conversations().retrieve("conv_1"));

        assertThat(e.attempts()).isEqualTo(3);
        assertThat(e.serverMessage()).isEqualTo("try 2");
        assertThat(e).hasMessageContaining("3 attempts");
        assertThat(kit.server.requests()).hasSize(3);
    }

    @Test
    void maxRetriesZero_sendsOnce() {
        kit.net.excuse("required property 'error'", "the refusals are scripted, and empty");
        kit.server.failNext(429, "{}", AT_ONCE);

        assertThat(catchThrowableOfType(
                        RateLimitException.class,
                        () -> client.withOptions(o -> o.maxRetries(0))
                                .conversations()
                                .create()))
                .isNotNull();
        assertThat(kit.server.requests()).hasSize(1);
        kit.server.failNext(429, "{}", AT_ONCE);
        assertThat(client.conversations().create()).isNotNull();
    }

    @Test
    void defaults_areTwoRetries() {
        try (ConversationsServer server = ConversationsServer.start();
                OpenAiClient plain = OpenAiClient.builder()
                        .baseUrl(server.baseUrl())
                        .apiKey("sk-test")
                        .build()) {
            server.failNext(429, "{}", AT_ONCE);
            server.failNext(500, "{}", AT_ONCE);
            assertThat(plain.conversations().create().id()).startsWith("conv_");

            server.failNext(400, "{}", AT_ONCE);
            assertThat(catchThrowableOfType(
                            BadRequestException.class,
                            () -> plain.conversations().create()))
                    .isNotNull();
        }
    }

    @Test
    void async_lostAnswer_isSentAgainAndDoneOnce() {
        kit.server.failNext(Fault.loseAnswer());
        kit.server.failNext(429, "{}", AT_ONCE);

        Conversation created = client.async()
                .conversations()
                .create(c -> c.addItem(Kit.user("once")))
                .join();

        assertThat(kit.server.requests())
                .hasSize(3)
                .extracting(r -> r.header("idempotency-key"))
                .doesNotContainNull()
                .containsOnly(kit.server.requests().get(0).header("idempotency-key"));
        assertThat(kit.server.items(created.id())).hasSize(1);
    }
}
