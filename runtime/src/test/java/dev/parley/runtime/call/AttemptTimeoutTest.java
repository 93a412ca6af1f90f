package dev.parley.runtime.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.runtime.http.HttpHeaders;
import dev.parley.runtime.http.HttpRequest;
import dev.parley.runtime.http.HttpResponse;
import dev.parley.runtime.http.HttpTransport;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What follows an attempt whose time is over, where the transport keeps no time of its own. */
@Timeout(120)
class AttemptTimeoutTest {

    /** Never answers the first request, and answers the second. */
    private static final class Forgetful implements HttpTransport {
        private final List<CompletableFuture<HttpResponse>> sent = new CopyOnWriteArrayList<>();

        @Override
        public HttpResponse send(HttpRequest request) {
            throw new AssertionError("not a call that blocks");
        }

        @Override
        public CompletableFuture<HttpResponse> sendAsync(HttpRequest request, Executor executor) {
            CompletableFuture<HttpResponse> future = new CompletableFuture<>();
            sent.add(future);
            if (sent.size() > 1) {
                future.completeOnTimeout(
                        new HttpResponse(200, HttpHeaders.EMPTY, new ByteArrayInputStream(new byte[0])),
                        20,
                        TimeUnit.MILLISECONDS);
            }
            return future;
        }
    }

    @ParameterizedTest
    @CsvSource({"0, false", "200, false", "0, true", "200, true"})
    void sendAsync_attemptOutOfTime_isTriedAgain(long millisOfPause, boolean intercepted) throws Exception {
        Forgetful transport = new Forgetful();
        ClientOptions.Builder options = Calls.options("http://host")
                .transport(transport)
                .timeout(Duration.ofMinutes(1))
                .attemptTimeout(Duration.ofMillis(100))
                .retryPolicy(RetryPolicy.builder()
                        .maxRetries(20) // more than one where an answer is late, too
                        .baseDelay(Duration.ofMillis(millisOfPause))
                        .build());
        if (intercepted) {
            options.callInterceptor((request, next) -> next.proceed(request));
        }
        try (ApiConnection connection = new ApiConnection(options.build())) {
            ApiResponse<?> response =
                    connection.call(Calls.retrieve()).sendAsync().get(30, TimeUnit.SECONDS);

            assertThat(response.attempts()).isEqualTo(transport.sent.size()).isGreaterThan(1);
            ScriptServer.await(transport.sent.get(0)::isCancelled, "the first exchange to be cancelled");
        }
    }
}
