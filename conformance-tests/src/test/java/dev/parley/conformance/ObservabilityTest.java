package dev.parley.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.parley.openai.OpenAiClient;
import dev.parley.openai.model.Conversation;
import dev.parley.openai.model.ResponseStreamEvent;
import dev.parley.runtime.call.AttemptResult;
import dev.parley.runtime.call.CallInfo;
import dev.parley.runtime.call.CallObserver;
import dev.parley.runtime.call.CallResult;
import dev.parley.runtime.call.Interceptor;
import dev.parley.runtime.error.NotFoundException;
import dev.parley.runtime.event.EventStream;
import dev.parley.runtime.http.HttpRequest;
import dev.parley.runtime.http.HttpTransport;
import dev.parley.runtime.http.UrlConnectionTransport;
import dev.parley.testkit.Fault;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What watches calls and what takes part in them. */
@Timeout(120)
class ObservabilityTest {

    private static final Map<String, String> AT_ONCE = Map.of("retry-after-ms", "1");

    private final Kit kit = new Kit();

    @AfterEach
    void close() {
        kit.close();
    }

    /** A timer for each operation and outcome, as a registry of metrics keeps them. */
    private static final class Timers implements CallObserver {
        final Map<String, LongAdder> calls = new ConcurrentHashMap<>();
        final Map<String, AtomicLong> nanos = new ConcurrentHashMap<>();
        final List<CallResult> results = new CopyOnWriteArrayList<>();
        final List<AttemptResult> attempts = new CopyOnWriteArrayList<>();

        @Override
        public Observation start(CallInfo call) {
            return new Observation() {
                @Override
                public void attempt(AttemptResult result) {
                    attempts.add(result);
                }

                @Override
                public void end(CallResult result) {
                    String key = call.operation() + " " + (result.failure() == null ? "ok" : "failed");
                    calls.computeIfAbsent(key, name -> new LongAdder()).increment();
                    nanos.computeIfAbsent(key, name -> new AtomicLong())
                            .addAndGet(result.duration().toNanos());
                    results.add(result);
                }
            };
        }
    }

    @Test
    void observer_keepsATimerForEachOperation() {
        Timers timers = new Timers();
        OpenAiClient client = kit.client.withOptions(o -> o.observer(timers));

        String id = client.conversations().create().id();
        client.async().conversations().create().join();
        client.conversations().items().list(id);
        client.responses().create(r -> r.model("gpt-4").conversation(id).input("x"));
        catchThrowable(() -> client.conversations().retrieve("conv_none"));
        try (EventStream<ResponseStreamEvent> events =
                client.responses().stream(r -> r.model("gpt-4").input("x"))) {
            events.forEach(event -> {});
        }

        Map<String, Long> counts = new ConcurrentHashMap<>();
        timers.calls.forEach((name, count) -> counts.put(name, count.sum()));
        assertThat(counts)
                .isEqualTo(Map.of(
                        "conversations.create ok", 2L,
                        "conversations.items.list ok", 1L,
                        "responses.create ok", 2L,
                        "conversations.retrieve failed", 1L));
        assertThat(timers.nanos.values()).allMatch(total -> total.get() > 0);
        assertThat(timers.results)
                .extracting(CallResult::call)
                .contains(new CallInfo("conversations.retrieve", "GET", "/conversations/{conversation_id}"));
    }

    @Test
    void observer_ofAFailedCall_hasStatusRequestIdAttemptsAndFailure() {
        Timers timers = new Timers();
        kit.server.failNext(500, "{}", AT_ONCE);
        kit.server.failNext(Fault.dropConnection());
        // The default transport would repeat a GET by itself when a connection that it kept breaks.
        Throwable thrown;
        try (HttpTransport transport = UrlConnectionTransport.create()) {
            OpenAiClient client =
                    kit.client.withOptions(o -> o.observer(timers).maxRetries(2).transport(transport));
            thrown = catchThrowable(() -> client.conversations().retrieve("conv_none"));
        }

        assertThat(timers.attempts).extracting(AttemptResult::status).containsExactly(500, null, 404);
        assertThat(timers.attempts.get(0).pause()).isEqualTo(Duration.ofMillis(1));
        assertThat(timers.attempts.get(1).failure()).hasMessageStartingWith("GET /conversations/{conversation_id}");
        assertThat(timers.attempts.get(2).pause()).isNull();
        assertThat(timers.results).singleElement().satisfies(result -> {
            assertThat(result.attempts()).isEqualTo(3);
            assertThat(result.status()).isEqualTo(404);
            assertThat(result.failure()).isSameAs(thrown).isInstanceOf(NotFoundException.class);
            assertThat(result.requestId()).isEqualTo(((NotFoundException) thrown).requestId());
            assertThat(result.duration()).isPositive();
        });
    }

    @Test
    void observer_thatThrows_changesNothing() {
        OpenAiClient client = kit.client.withOptions(o -> o.observer(call -> {
            throw new IllegalStateException("broken registry");
        }));

        assertThat(client.conversations().create().id()).startsWith("conv_");
    }

    @Test
    void interceptors_aroundCallAndAttempt_addAndRecord() {
        List<String> record = new CopyOnWriteArrayList<>();
        OpenAiClient client = kit.client.withOptions(o -> o.maxRetries(1)
                .callInterceptor(Interceptor.request(
                        request -> request.toBuilder().header("x-trace", "t-1").build()))
                .callInterceptor(recording("call", record))
                .attemptInterceptor(recording("attempt", record)));
        kit.server.failNext(429, "{}", AT_ONCE);

        Conversation created = client.conversations().create();

        assertThat(created.id()).startsWith("conv_");
        assertThat(kit.server.requests()).hasSize(2).allMatch(r -> "t-1".equals(r.header("x-trace")));
        assertThat(record)
                .containsExactly(
                        "call 0 POST t-1",
                        "attempt 1 POST t-1",
                        "attempt 1 429",
                        "attempt 2 POST t-1",
                        "attempt 2 200",
                        "call 0 200");
        record.clear();
        client.async().conversations().retrieve(created.id()).join();
        assertThat(record).containsExactly("call 0 GET t-1", "attempt 1 GET t-1", "attempt 1 200", "call 0 200");
    }

    @Test
    void interceptor_thatThrows_reachesTheCallerAsItIs() {
        IllegalStateException own = new IllegalStateException("not today");
        OpenAiClient client = kit.client.withOptions(o -> o.attemptInterceptor((request, next) -> {
            throw own;
        }));

        assertThat(catchThrowable(() -> client.conversations().create())).isSameAs(own);
        assertThat(client.async()
                        .conversations()
                        .create()
                        .handle((value, failure) -> failure)
                        .join())
                .isSameAs(own);
        assertThat(kit.server.requests()).isEmpty();
    }

    @Test
    void interceptor_thatSignsTheRequest_seesItsBody() {
        OpenAiClient client = kit.client.withOptions(o -> o.attemptInterceptor(Interceptor.request(request -> {
            byte[] body = request.body();
            int length = body == null ? 0 : body.length;
            return request.toBuilder().header("x-signature", "n" + length).build();
        })));

        client.conversations().create(c -> c.metadata(Map.of("k", "v")));

        assertThat(kit.lastRequest().header("x-signature"))
                .isEqualTo("n" + kit.lastRequest().body().length());
    }

    private static Interceptor recording(String name, List<String> record) {
        return (request, next) -> {
            record.add(name + " " + next.attempt() + " " + describe(request));
            return next.proceed(request).whenComplete((response, failure) -> {
                if (response != null) {
                    record.add(name + " " + next.attempt() + " " + response.status());
                }
            });
        };
    }

    private static String describe(HttpRequest request) {
        return request.method() + " " + request.headers().first("x-trace");
    }
}
