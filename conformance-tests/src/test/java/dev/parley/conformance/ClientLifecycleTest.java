package dev.parley.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.parley.openai.OpenAiClient;
import dev.parley.runtime.error.TimeoutException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How a client is configured, and how it ends. */
class ClientLifecycleTest {

    private static final String CONVERSATION =
            "{\"id\":\"conv_1\",\"object\":\"conversation\",\"created_at\":1,\"metadata\":{}}";

    private final LoopbackServer server = LoopbackServer.answering(200, CONVERSATION);

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void environment_allVariables_isWhatGoesOverTheWire() {
        call(OpenAiClient.builder()
                .environment(Map.of(
                        "OPENAI_API_KEY", "sk-env",
                        "OPENAI_BASE_URL", server.baseUrl(),
                        "OPENAI_ORG_ID", "org-env",
                        "OPENAI_PROJECT_ID", "proj-env",
                        "OPENAI_LOG", "debug")));

        assertThat(server.request().header("authorization")).isEqualTo("Bearer sk-env");
        assertThat(server.request().header("openai-organization")).isEqualTo("org-env");
        assertThat(server.request().header("openai-project")).isEqualTo("proj-env");
        assertThat(server.request().target()).isEqualTo("/v1/conversations/conv_1");
    }

    @Test
    void environment_emptyOrMissingVariables_changeNothing() {
        call(OpenAiClient.builder()
                .apiKey("sk-set")
                .baseUrl(server.baseUrl())
                .environment(Map.of("OPENAI_API_KEY", " ", "OPENAI_BASE_URL", "", "OPENAI_ORG_ID", "")));

        assertThat(server.request().header("authorization")).isEqualTo("Bearer sk-set");
        assertThat(server.request().header("openai-organization")).isNull();
        assertThat(server.request().header("openai-project")).isNull();
    }

    @Test
    void environment_setterBehindIt_wins() {
        call(OpenAiClient.builder()
                .environment(Map.of("OPENAI_API_KEY", "sk-env", "OPENAI_BASE_URL", "https://elsewhere.invalid/v1"))
                .baseUrl(server.baseUrl() + "/")
                .apiKey("sk-set"));

        assertThat(server.request().header("authorization")).isEqualTo("Bearer sk-set");
        assertThat(server.request().target()).isEqualTo("/v1/conversations/conv_1");
    }

    @Test
    void environment_baseUrlThatIsNone_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OpenAiClient.builder().environment(Map.of("OPENAI_BASE_URL", "ftp://files")));
    }

    @Test
    void call_withoutAKey_saysHowToSetOneAndSendsNothing() {
        assertThatIllegalStateException()
                .isThrownBy(() -> call(OpenAiClient.builder().baseUrl(server.baseUrl())))
                .withMessageContaining("OPENAI_API_KEY")
                .withMessageContaining("apiKey(");
        assertThat(server.requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sk-1\n", "sk\r\nx-evil: 1", "sk-\u0000", "sk-ü"})
    void apiKey_thatNoHeaderCanHold_isRefusedWithoutShowingIt(String key) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OpenAiClient.builder().apiKey(key))
                .satisfies(
                        e -> assertThat(e.getMessage()).doesNotContain("sk-1").doesNotContain("evil"));
    }

    @Test
    void apiKey_fromASupplier_isAskedForEachCall() {
        AtomicInteger calls = new AtomicInteger();
        try (OpenAiClient client = OpenAiClient.builder()
                .baseUrl(server.baseUrl())
                .apiKey(() -> "sk-" + calls.incrementAndGet())
                .build()) {
            client.conversations().retrieve("conv_1");
            client.conversations().retrieve("conv_1");
        }

        assertThat(server.requests())
                .extracting(request -> request.header("authorization"))
                .containsExactly("Bearer sk-1", "Bearer sk-2");
    }

    @Test
    void call_afterClose_isRefused() {
        OpenAiClient client = server.client();
        client.conversations().retrieve("conv_1");
        client.close();
        client.close();

        assertThatIllegalStateException()
                .isThrownBy(() -> client.conversations().retrieve("conv_1"))
                .withMessageContaining("closed");
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void call_answeredTooLate_throwsTimeout() {
        try (LoopbackServer silent = LoopbackServer.silent();
                OpenAiClient client = OpenAiClient.builder()
                        .baseUrl(silent.baseUrl())
                        .apiKey("sk-test")
                        .timeout(Duration.ofMillis(200))
                        .build()) {
            long start = System.nanoTime();

            assertThatExceptionOfType(TimeoutException.class)
                    .isThrownBy(() -> client.conversations().retrieve("conv_1"))
                    .withMessageContaining("200");
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .isBetween(Duration.ofMillis(150), Duration.ofMinutes(1)); // the default is ten
        }
    }

    @Test
    void call_fromManyThreads_isAnsweredEachTime() {
        try (OpenAiClient client = server.client()) {
            assertThat(IntStream.range(0, 40)
                            .parallel()
                            .mapToObj(i ->
                                    client.conversations().retrieve("conv_1").id()))
                    .hasSize(40)
                    .containsOnly("conv_1");
        }
    }

    @Test
    void call_answerWithAByteOrderMarkAndUnknownMembers_isRead() {
        try (LoopbackServer odd = LoopbackServer.answering(
                        200, "\uFEFF" + CONVERSATION.replace("\"metadata\"", "\"x\":[1],\"metadata\""));
                OpenAiClient client = odd.client()) {
            assertThat(client.conversations()
                            .retrieve("conv_1")
                            .additionalProperties()
                            .get("x"))
                    .hasToString("[1]");
        }
    }

    private static void call(OpenAiClient.Builder builder) {
        try (OpenAiClient client = builder.build()) {
            client.conversations().retrieve("conv_1");
        }
    }
}
