package dev.parley.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.parley.openai.OpenAiClient;
import dev.parley.runtime.error.ApiException;
import dev.parley.runtime.error.AuthenticationException;
import dev.parley.runtime.error.BadRequestException;
import dev.parley.runtime.error.ConflictException;
import dev.parley.runtime.error.NotFoundException;
import dev.parley.runtime.error.ParleyException;
import dev.parley.runtime.error.PermissionDeniedException;
import dev.parley.runtime.error.RateLimitException;
import dev.parley.runtime.error.ServerException;
import dev.parley.runtime.error.TransportException;
import dev.parley.runtime.error.UnexpectedStatusException;
import dev.parley.runtime.error.UnprocessableEntityException;
import dev.parley.testkit.ConversationsServer;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Refusals of the server as exceptions with everything that it said. */
class ErrorsTest {

    private final Kit kit = new Kit();

    @AfterEach
    void close() {
        kit.close();
    }

    @Test
    void retrieve_noSuchConversation_throwsNotFoundWithEveryField() {
        NotFoundException e = catchThrowableOfType(
                NotFoundException.class, () -> kit.conversations().retrieve("conv_none"));

        assertThat(e.status()).isEqualTo(404);
        assertThat(e.method()).isEqualTo("GET");
        assertThat(e.pathTemplate()).isEqualTo("/conversations/{conversation_id}");
        assertThat(e.serverMessage()).isEqualTo("Conversation with id 'conv_none' not found.");
        assertThat(e.type()).isEqualTo("invalid_request_error");
        assertThat(e.code()).isNull();
        assertThat(e.param()).isNull();
        assertThat(e.requestId()).startsWith("req_");
        assertThat(e.headers().first("openai-version")).isEqualTo("2020-10-01");
        assertThat(e.rawBody()).startsWith("{").contains("conv_none");
        assertThat(e)
                .hasMessage("GET /conversations/{conversation_id}: 404 Not Found: "
                        + "Conversation with id 'conv_none' not found. (request " + e.requestId() + ")");
    }

    @Test
    void everyOperation_noSuchConversation_throwsNotFound() {
        Stream.<Runnable>of(
                        () -> kit.conversations().retrieve("conv_none"),
                        () -> kit.conversations().update("conv_none", u -> u.metadata(Map.of())),
                        () -> kit.conversations().delete("conv_none"),
                        () -> kit.items().create("conv_none", c -> c.addItem(Kit.user("x"))),
                        () -> kit.items().list("conv_none"),
                        () -> kit.items().retrieve("conv_none", "msg_1"),
                        () -> kit.items().delete("conv_none", "msg_1"))
                .forEach(call ->
                        assertThatExceptionOfType(NotFoundException.class).isThrownBy(call::run));
    }

    @Test
    void retrieveItem_noSuchItem_throwsNotFound() {
        String id = kit.conversationOf(1);

        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> kit.items().retrieve(id, "msg_none"))
                .withMessageContaining("msg_none")
                .withMessageStartingWith("GET /conversations/{conversation_id}/items/{item_id}: 404 ");
    }

    @Test
    void list_orderThatIsNone_throwsBadRequestWithCodeAndSupportedValues() {
        kit.net.excuse("query order", "the order is to be refused");
        String id = kit.conversationOf(0);

        BadRequestException e = catchThrowableOfType(
                BadRequestException.class, () -> kit.items().list(id, q -> q.order("sideways")));

        assertThat(e.code()).isEqualTo("invalid_value");
        assertThat(e.param()).isEqualTo("order");
        assertThat(e.serverMessage()).contains("'sideways'").contains("'asc'");
    }

    @Test
    void everyCall_wrongKey_throwsAuthenticationWithoutTheKey() {
        try (ConversationsServer strict =
                        ConversationsServer.builder().apiKey("sk-right").start();
                OpenAiClient client = OpenAiClient.builder()
                        .baseUrl(strict.baseUrl())
                        .apiKey("sk-wrong-1234567890")
                        .build()) {
            AuthenticationException e = catchThrowableOfType(
                    AuthenticationException.class, () -> client.conversations().create());

            assertThat(e.status()).isEqualTo(401);
            assertThat(e.code()).isEqualTo("invalid_api_key");
            assertThat(e.toString()).doesNotContain("sk-wrong-1234567890");
        }
    }

    @ParameterizedTest
    @MethodSource("statuses")
    void everyStatus_hasAnExceptionOfItsOwn(int status, Class<? extends ApiException> type) {
        kit.net.excuse("status: 302", "the redirection is scripted");
        kit.server.failNext(
                status,
                "{\"error\":{\"message\":\"No.\",\"type\":\"t\",\"param\":\"p\",\"code\":\"c\"}}",
                Map.of("x-request-id", "req_7"));

        ApiException e = catchThrowableOfType(
                ApiException.class, () -> kit.conversations().create());

        assertThat(e).isExactlyInstanceOf(type).isInstanceOf(ParleyException.class);
        assertThat(e)
                .extracting("status", "serverMessage", "type", "param", "code", "requestId")
                .containsExactly(status, "No.", "t", "p", "c", "req_7");
    }

    static Stream<Arguments> statuses() {
        return Stream.of(
                Arguments.of(400, BadRequestException.class),
                Arguments.of(401, AuthenticationException.class),
                Arguments.of(403, PermissionDeniedException.class),
                Arguments.of(404, NotFoundException.class),
                Arguments.of(409, ConflictException.class),
                Arguments.of(422, UnprocessableEntityException.class),
                Arguments.of(429, RateLimitException.class),
                Arguments.of(500, ServerException.class),
                Arguments.of(503, ServerException.class),
                Arguments.of(302, UnexpectedStatusException.class),
                Arguments.of(418, UnexpectedStatusException.class));
    }

    @Test
    void everyCall_errorThatIsNoJson_keepsTheText() {
        kit.net.excuse("-> 502: .*text/html", "the answer of a proxy is scripted");
        kit.server.failNext(502, "<html>Bad gateway</html>", Map.of("content-type", "text/html"));

        ServerException e = catchThrowableOfType(
                ServerException.class, () -> kit.conversations().create());

        assertThat(e.body()).isNull();
        assertThat(e.serverMessage()).isNull();
        assertThat(e.rawBody()).isEqualTo("<html>Bad gateway</html>");
    }

    @Test
    void everyCall_nobodyListening_throwsTransport() {
        String gone = kit.server.baseUrl();
        kit.server.close();
        try (OpenAiClient client = OpenAiClient.builder()
                .baseUrl(gone)
                .apiKey("sk-test")
                .maxRetries(0)
                .build()) {
            assertThatExceptionOfType(TransportException.class)
                    .isThrownBy(() -> client.conversations().create());
        }
    }

    @Test
    void idThatIsAPathOfItsOwn_isRefusedBeforeAnythingIsSent() {
        for (String id : new String[] {".", ".."}) {
            assertThatExceptionOfType(IllegalArgumentException.class)
                    .isThrownBy(() -> kit.items().retrieve("conv_1", id));
        }
        assertThat(kit.server.requests()).isEmpty();
    }
}
