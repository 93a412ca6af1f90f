package dev.parley.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.parley.openai.OpenAiClient;
import dev.parley.runtime.call.RetryPolicy;
import dev.parley.runtime.error.ParleyException;
import dev.parley.runtime.error.TimeoutException;
import dev.parley.runtime.http.HttpRequest;
import dev.parley.runtime.http.HttpResponse;
import dev.parley.runtime.http.HttpTransport;
import dev.parley.runtime.http.JdkHttpTransport;
import dev.parley.runtime.http.UrlConnectionTransport;
import dev.parley.testkit.Fault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** That no call outlives its time, over both transports, waited for or not. */
@Timeout(120)
class DeadlinesTest {

    private final Kit kit = new Kit();

    @AfterEach
    void close() {
        kit.close();
    }

    static List<Arguments> ways() {
        List<Arguments> ways = new ArrayList<>();
        for (boolean async : new boolean[] {false, true}) {
            ways.add(Arguments.of("java.net.http", async, (Supplier<HttpTransport>)
                    () -> JdkHttpTransport.builder().build()));
            ways.add(
                    Arguments.of("HttpURLConnection", async, (Supplier<HttpTransport>) UrlConnectionTransport::create));
        }
        return ways;
    }

    @ParameterizedTest(name = "{0}, async {1}")
    @MethodSource("ways")
    void timeout_serverThatNeverAnswers_endsTheCall(String name, boolean async, Supplier<HttpTransport> transport) {
        kit.server.failNext(Fault.neverAnswer());

        ParleyException e = failure(async, transport, o -> o.timeout(Duration.ofMillis(150)));

        assertThat(e)
                .isInstanceOf(TimeoutException.class)
                .hasMessage("POST /conversations: no complete answer within 150 ms, the timeout of the call");
        assertThat(e.attempts()).isEqualTo(1);
        // None if the time was up before it was sent, as on a machine that is busy; never two.
        assertThat(kit.server.requests()).hasSizeLessThanOrEqualTo(1);
    }

    @ParameterizedTest(name = "{0}, async {1}")
    @MethodSource("ways")
    void timeout_bodyThatDrips_endsTheCallAndTheExchange(
            String name, boolean async, Supplier<HttpTransport> transport) {
        kit.server.failNext(Fault.drip(Duration.ofMillis(150)));

        ParleyException e = failure(async, transport, o -> o.timeout(Duration.ofMillis(200)));

        assertThat(e).isInstanceOf(TimeoutException.class).hasMessageContaining("200 ms");
        kit.awaitNoExchange();
    }

    @ParameterizedTest(name = "{0}, async {1}")
    @MethodSource("ways")
    void attemptTimeout_dripAndSilence_isFollowedByAnotherAttempt(
            String name, boolean async, Supplier<HttpTransport> transport) {
        kit.server.failNext(Fault.neverAnswer());
        kit.server.failNext(Fault.drip(Duration.ofMillis(150)));
        try (HttpTransport own = transport.get();
                OpenAiClient client = kit.client.withOptions(o -> o.transport(own)
                        .callInterceptor((request, next) -> next.proceed(request))
                        .retryPolicy(RetryPolicy.builder()
                                .maxRetries(30) // more than two where an attempt comes late for other reasons
                                .baseDelay(Duration.ofMillis(2))
                                .build())
                        .attemptTimeout(Duration.ofMillis(300))
                        .timeout(Duration.ofSeconds(60)))) {
            String id = async
                    ? client.async().conversations().create().join().id()
                    : client.conversations().create().id();

            assertThat(id).startsWith("conv_");
            assertThat(kit.server.requests())
                    .hasSizeGreaterThanOrEqualTo(3)
                    .extracting(request -> request.header("idempotency-key"))
                    .containsOnly(kit.server.requests().get(0).header("idempotency-key"));
            // The one that is never answered stays with the server, which does not learn that nobody waits.
            Kit.eventually(() -> kit.server.activeExchanges() == 1);
        }
    }

    @Test
    void attemptTimeout_async_givesUpTheExchangeOfThatAttemptAlone() {
        List<CompletableFuture<HttpResponse>> exchanges = new CopyOnWriteArrayList<>();
        try (HttpTransport jdk = JdkHttpTransport.builder().build()) {
            HttpTransport firstHangs = new HttpTransport() {
                @Override
                public HttpResponse send(HttpRequest request) {
                    throw new AssertionError("a call that does not wait");
                }

                @Override
                public CompletableFuture<HttpResponse> sendAsync(HttpRequest request, Executor executor) {
                    // At the end of the call everything is given up; it must have happened by the next attempt.
                    assertThat(exchanges).allMatch(CompletableFuture::isCancelled);
                    CompletableFuture<HttpResponse> exchange =
                            exchanges.isEmpty() ? new CompletableFuture<>() : jdk.sendAsync(request, executor);
                    exchanges.add(exchange);
                    return exchange;
                }

                @Override
                public void close() {}
            };
            OpenAiClient client = kit.client.withOptions(
                    o -> o.transport(firstHangs).maxRetries(30).attemptTimeout(Duration.ofMillis(300)));

            assertThat(client.async().conversations().create().join().id()).startsWith("conv_");
        }

        // Two, and more where an answer is late for other reasons.
        int last = exchanges.size() - 1;
        assertThat(last).isPositive();
        assertThat(exchanges.subList(0, last)).allMatch(CompletableFuture::isCancelled);
        assertThat(exchanges.get(last)).isNotCancelled();
    }

    private ParleyException failure(
            boolean async, Supplier<HttpTransport> transport, Consumer<OpenAiClient.Builder> options) {
        try (HttpTransport own = transport.get();
                OpenAiClient client = kit.client.withOptions(o -> options.accept(o.transport(own)))) {
            if (async) {
                CompletionException wrapped = catchThrowableOfType(
                        CompletionException.class,
                        () -> client.async().conversations().create().join());
                return (ParleyException) wrapped.getCause();
            }
            return catchThrowableOfType(
                    ParleyException.class, () -> client.conversations().create());
        }
    }
}
