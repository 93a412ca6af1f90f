package dev.parley.conformance.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.openai.client.OpenAIClient;
import com.openai.errors.InternalServerException;
import com.openai.errors.OpenAIInvalidDataException;
import com.openai.errors.OpenAIServiceException;
import com.openai.errors.UnauthorizedException;
import com.openai.errors.UnexpectedStatusCodeException;
import com.openai.models.conversations.ConversationUpdateParams;
import com.openai.models.responses.ResponseCreateParams;
import dev.parley.conformance.report.Check;
import dev.parley.conformance.report.Evidence;
import dev.parley.openai.OpenAiClient;
import dev.parley.runtime.error.ApiException;
import dev.parley.runtime.error.AuthenticationException;
import dev.parley.runtime.error.BadRequestException;
import dev.parley.runtime.error.ConflictException;
import dev.parley.runtime.error.NotFoundException;
import dev.parley.runtime.error.PermissionDeniedException;
import dev.parley.runtime.error.RateLimitException;
import dev.parley.runtime.error.ServerException;
import dev.parley.runtime.error.UnexpectedStatusException;
import dev.parley.runtime.error.UnprocessableEntityException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The same refusals, thrown by both clients: exceptions that correspond, with the same fields. */
class SdkErrorsTest {

    /** The exceptions of a status; where the official client has none of its own, it throws the one for the rest. */
    private record Pair(
            int status, Class<? extends ApiException> ours, Class<? extends OpenAIServiceException> theirs) {}

    private record Answer(String name, String body, String contentType) {}

    private static final List<Pair> PAIRS = List.of(
            new Pair(400, BadRequestException.class, com.openai.errors.BadRequestException.class),
            new Pair(401, AuthenticationException.class, UnauthorizedException.class),
            new Pair(403, PermissionDeniedException.class, com.openai.errors.PermissionDeniedException.class),
            new Pair(404, NotFoundException.class, com.openai.errors.NotFoundException.class),
            new Pair(409, ConflictException.class, UnexpectedStatusCodeException.class),
            new Pair(418, UnexpectedStatusException.class, UnexpectedStatusCodeException.class),
            new Pair(422, UnprocessableEntityException.class, com.openai.errors.UnprocessableEntityException.class),
            new Pair(429, RateLimitException.class, com.openai.errors.RateLimitException.class),
            new Pair(500, ServerException.class, InternalServerException.class),
            new Pair(502, ServerException.class, InternalServerException.class),
            new Pair(503, ServerException.class, InternalServerException.class));

    private static final List<Answer> ANSWERS = List.of(
            new Answer(
                    "every field",
                    "{\"error\":{\"message\":\"No.\",\"type\":\"invalid_request_error\",\"param\":\"items[0]\",\"code\":\"c\"}}",
                    "application/json"),
            new Answer(
                    "nulls",
                    "{\"error\":{\"message\":\"No.\",\"type\":\"t\",\"param\":null,\"code\":null}}",
                    "application/json"),
            new Answer("message only", "{\"error\":{\"message\":\"No.\"}}", "application/json"),
            new Answer("other JSON", "{\"detail\":\"No.\"}", "application/json"),
            new Answer("HTML", "<html><body>502 Bad Gateway</body></html>", "text/html"),
            new Answer("broken JSON", "{\"error\":{\"message\":\"N", "application/json"),
            new Answer("empty", "", "application/json"));

    @TestFactory
    Stream<DynamicTest> answer_ofAnError_isTheSameExceptionOfBoth() {
        return PAIRS.stream()
                .flatMap(pair -> ANSWERS.stream().map(answer -> {
                    String proof = "error " + pair.status() + ", " + answer.name();
                    return DynamicTest.dynamicTest(proof, () -> assertSame(pair, answer, proof));
                }));
    }

    private static void assertSame(Pair pair, Answer answer, String proof) throws Throwable {
        try (BothClients clients =
                BothClients.answered(pair.status(), answer.body(), Map.of("content-type", answer.contentType()))) {
            for (CallPair call : calls()) {
                Evidence.show(call.operation(), Check.OPERATION_SDK, proof, () -> assertSame(clients, call, pair));
            }
        }
    }

    private static void assertSame(BothClients clients, CallPair call, Pair pair) {
        ApiException ours =
                catchThrowableOfType(ApiException.class, () -> call.ours().accept(clients.ours()));
        OpenAIServiceException theirs = catchThrowableOfType(
                OpenAIServiceException.class, () -> call.theirs().accept(clients.theirs()));

        assertThat(ours).isExactlyInstanceOf(pair.ours());
        assertThat(theirs).isExactlyInstanceOf(pair.theirs());
        assertThat(ours.status()).isEqualTo(pair.status()).isEqualTo(theirs.statusCode());
        assertThat(Optional.ofNullable(ours.code())).isEqualTo(theirs.code());
        assertThat(Optional.ofNullable(ours.param())).isEqualTo(theirs.param());
        assertThat(Optional.ofNullable(ours.type())).isEqualTo(type(theirs));
    }

    /** The type of an error of the official client, which throws if the error object has none. */
    private static Optional<String> type(OpenAIServiceException theirs) {
        try {
            return theirs.type();
        } catch (OpenAIInvalidDataException e) {
            return Optional.empty();
        }
    }

    private static List<CallPair> calls() {
        Consumer<OpenAiClient> update = client -> client.conversations().update("conv_1", r -> r.metadata(null));
        Consumer<OpenAIClient> official = client -> client.conversations()
                .update(
                        "conv_1",
                        ConversationUpdateParams.builder()
                                .metadata(Optional.empty())
                                .build());
        return List.of(
                new CallPair("conversations.update", "error", update, official),
                new CallPair(
                        "conversations.items.list",
                        "error",
                        client -> client.conversations().items().list("conv_1"),
                        client -> client.conversations().items().list("conv_1")),
                new CallPair(
                        "responses.delete",
                        "error",
                        client -> client.responses().delete("resp_1"),
                        client -> client.responses().delete("resp_1")),
                CallPair.streaming(
                        "responses.create",
                        "error",
                        client ->
                                client.responses().stream(r -> r.model("gpt-4")).close(),
                        client -> client.responses()
                                .createStreaming(ResponseCreateParams.builder()
                                        .model("gpt-4")
                                        .build())
                                .close()));
    }
}
