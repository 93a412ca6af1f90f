package dev.parley.runtime.call;

import static dev.parley.runtime.call.ScriptServer.response;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.runtime.error.NotFoundException;
import dev.parley.runtime.error.TimeoutException;
import dev.parley.runtime.error.TransportException;
import dev.parley.runtime.http.HttpHeaders;
import dev.parley.runtime.http.HttpRequest;
import dev.parley.runtime.http.HttpResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Code of the user's own around calls and attempts. */
@Timeout(120)
class InterceptorTest {
    private final List<String> seen = new CopyOnWriteArrayList<>();

    private Interceptor noting(String name) {
        return (request, next) -> {
            seen.add(name + " " + next.attempt() + " " + next.call().operation());
            return next.proceed(request).thenApply(response -> {
                seen.add(name + " " + response.status());
                return response;
            });
        };
    }

    private static Interceptor replacing(int status, String body) {
        return (request, next) -> next.proceed(request).thenApply(response -> answer(status, body));
    }

    private static HttpResponse answer(int status, String body) {
        return new HttpResponse(
                status, HttpHeaders.EMPTY, new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)));
    }

    private static ClientOptions.Builder options(ScriptServer server) {
        return Calls.options(server.url())
                .maxRetries(1)
                .timeout(Duration.ofMinutes(1))
                .timing(new ScriptedTiming(0));
    }

    @ParameterizedTest
    @EnumSource
    void intercept_callsAndAttempts_firstRegisteredIsOutermost(Mode mode) throws Exception {
        try (ScriptServer server = new ScriptServer(response(500, "{}"), response(200, "[1]"))) {
            ApiResponse<?> answer = mode.send(
                    options(server)
                            .attemptInterceptor(noting("a"))
                            .callInterceptor(noting("A"))
                            .callInterceptor(noting("B"))
                            .attemptInterceptor(noting("b")),
                    Calls.retrieve());

            String name = " conversations.retrieve";
            assertThat(seen)
                    .containsExactly(
                            "A 0" + name,
                            "B 0" + name,
                            "a 1" + name,
                            "b 1" + name,
                            "b 500",
                            "a 500",
                            "a 2" + name,
                            "b 2" + name,
                            "b 200",
                            "a 200",
                            "B 200",
                            "A 200");
            assertThat(answer.body()).isEqualTo("[1]");
        }
    }

    @ParameterizedTest
    @EnumSource
    void request_convenience_changesWhatIsSent(Mode mode) throws Exception {
        Interceptor signing = Interceptor.request(
                request -> request.toBuilder().header("x-signed", "yes").build());
        try (ScriptServer server = new ScriptServer(response(200, "{}"))) {
            mode.send(options(server).attemptInterceptor(signing), Calls.retrieve());

            assertThat(server.headers("x-signed")).containsExactly("yes");
        }
    }

    @ParameterizedTest
    @EnumSource
    void callInterceptor_thatAnswers_sendsNothing(Mode mode) throws Exception {
        Interceptor answering = (request, next) -> CompletableFuture.completedFuture(answer(203, "\"own\""));
        try (ScriptServer server = new ScriptServer(response(200, "{}"))) {
            ApiResponse<?> answer = mode.send(options(server).callInterceptor(answering), Calls.retrieve());

            assertThat(answer.value()).hasToString("\"own\"");
            assertThat(answer.status()).isEqualTo(203);
            assertThat(answer.attempts()).isZero();
            assertThat(server.received()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void callInterceptor_thatAnswersAnError_isAnApiException(Mode mode) throws Exception {
        try (ScriptServer server = new ScriptServer(response(200, "{}"))) {
            assertThatThrownBy(() -> mode.send(options(server).callInterceptor(replacing(404, "{}")), Calls.retrieve()))
                    .isInstanceOf(NotFoundException.class);
        }
    }

    @ParameterizedTest
    @EnumSource
    void attemptInterceptor_thatDropsTheResponse_leavesItNotOpen(Mode mode) throws Exception {
        try (ScriptServer server = new ScriptServer(ScriptServer.stalling(200))) {
            ApiResponse<?> answer =
                    mode.send(options(server).attemptInterceptor(replacing(200, "[]")), Calls.retrieve());

            assertThat(answer.body()).isEqualTo("[]");
            server.awaitDepartures(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void intercept_thatThrows_reachesTheCallerUnchanged(Mode mode) throws Exception {
        RuntimeException own = new UnsupportedOperationException("own");
        Interceptor throwing = (request, next) -> {
            throw own;
        };
        Interceptor failing = (request, next) -> next.proceed(request).thenApply(response -> {
            throw own;
        });
        for (Interceptor each : List.of(throwing, failing)) {
            try (ScriptServer server = new ScriptServer(response(200, "{}"))) {
                assertThatThrownBy(() -> mode.send(options(server).callInterceptor(each), Calls.retrieve()))
                        .isSameAs(own);
            }
            try (ScriptServer server = new ScriptServer(ScriptServer.stalling(200))) {
                assertThatThrownBy(() -> mode.send(options(server).attemptInterceptor(each), Calls.retrieve()))
                        .isSameAs(own);
                assertThat(server.received()).hasSize(each == failing ? 1 : 0);
                server.awaitDepartures(server.received().size());
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void attemptInterceptor_ioException_countsAsAFailureOfTheTransport(Mode mode) throws Exception {
        Interceptor failing = (request, next) -> CompletableFuture.failedFuture(new IOException("own"));
        try (ScriptServer server = new ScriptServer(response(200, "{}"))) {
            assertThatThrownBy(() -> mode.send(options(server).attemptInterceptor(failing), Calls.retrieve()))
                    .isInstanceOfSatisfying(
                            TransportException.class,
                            e -> assertThat(e.attempts()).isEqualTo(2))
                    .hasMessageContaining("own");
        }
    }

    @ParameterizedTest
    @EnumSource
    void intercept_futureThatCompletesLater_isWaitedFor(Mode mode) throws Exception {
        Interceptor later = (request, next) -> new CompletableFuture<HttpRequest>()
                .completeOnTimeout(request.toBuilder().header("x-late", "1").build(), 50, TimeUnit.MILLISECONDS)
                .thenCompose(next::proceed);
        try (ScriptServer server = new ScriptServer(response(200, "{}"))) {
            mode.send(options(server).attemptInterceptor(later).callInterceptor(later), Calls.retrieve());

            assertThat(server.headers("x-late")).containsExactly("1");
        }
    }

    @ParameterizedTest
    @EnumSource
    void intercept_futureThatNeverCompletes_timesOut(Mode mode) throws Exception {
        Interceptor never = (request, next) -> new CompletableFuture<>();
        try (ScriptServer server = new ScriptServer(response(200, "{}"))) {
            ClientOptions.Builder options = options(server).timeout(Duration.ofMillis(150));
            assertThatThrownBy(() -> mode.send(options.build().toBuilder().callInterceptor(never), Calls.retrieve()))
                    .isInstanceOf(TimeoutException.class);
            assertThatThrownBy(() -> mode.send(options.build().toBuilder().attemptInterceptor(never), Calls.retrieve()))
                    .isInstanceOf(TimeoutException.class);
        }
    }

    @ParameterizedTest
    @EnumSource
    void intercept_thatReturnsNothing_isToldSo(Mode mode) throws Exception {
        try (ScriptServer server = new ScriptServer(response(200, "{}"))) {
            for (Interceptor nothing : List.<Interceptor>of(
                    (request, next) -> null, (request, next) -> CompletableFuture.completedFuture(null))) {
                assertThatThrownBy(() -> mode.send(options(server).attemptInterceptor(nothing), Calls.retrieve()))
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessageContaining("interceptor");
                assertThatThrownBy(() -> mode.send(options(server).callInterceptor(nothing), Calls.retrieve()))
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessageContaining("interceptor");
            }
        }
    }
}
