package dev.parley.runtime.call;

import static dev.parley.runtime.call.ScriptServer.response;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.parley.runtime.error.TransportException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What an observer gets to know: enough for the timers and spans of any library of metrics. */
@Timeout(120)
class ObserverTest {

    /** Keeps what it is told. */
    static final class Keeping implements CallObserver, CallObserver.Observation {
        final List<CallInfo> starts = new CopyOnWriteArrayList<>();
        final List<AttemptResult> attempts = new CopyOnWriteArrayList<>();
        final List<CallResult> ends = new CopyOnWriteArrayList<>();

        @Override
        public Observation start(CallInfo call) {
            starts.add(call);
            return this;
        }

        @Override
        public void attempt(AttemptResult result) {
            attempts.add(result);
        }

        @Override
        public void end(CallResult result) {
            ends.add(result);
        }
    }

    private final Keeping observer = new Keeping();

    private ClientOptions.Builder options(ScriptServer server) {
        return Calls.options(server.url())
                .maxRetries(1)
                .timeout(Duration.ofMinutes(1))
                .timing(new ScriptedTiming(0.5))
                .observer(observer);
    }

    @ParameterizedTest
    @EnumSource
    void observer_callWithARetry_seesAttemptsAndTheEnd(Mode mode) throws Exception {
        try (ScriptServer server = new ScriptServer(
                response(503, "{}", "x-request-id: req_1"), response(200, "{}", "x-request-id: req_2"))) {
            mode.send(options(server), Calls.retrieve());

            assertThat(observer.starts)
                    .containsExactly(new CallInfo("conversations.retrieve", "GET", "/conversations/{conversation_id}"));
            assertThat(observer.attempts).extracting(AttemptResult::number).containsExactly(1, 2);
            assertThat(observer.attempts).extracting(AttemptResult::status).containsExactly(503, 200);
            assertThat(observer.attempts).extracting(AttemptResult::requestId).containsExactly("req_1", "req_2");
            assertThat(observer.attempts)
                    .extracting(AttemptResult::pause)
                    .containsExactly(Duration.ofMillis(250), null);
            assertThat(observer.attempts).extracting(AttemptResult::failure).containsOnlyNulls();
            assertThat(observer.ends).singleElement().satisfies(end -> {
                assertThat(end.attempts()).isEqualTo(2);
                assertThat(end.status()).isEqualTo(200);
                assertThat(end.requestId()).isEqualTo("req_2");
                assertThat(end.failure()).isNull();
                assertThat(end.duration()).isPositive();
            });
        }
    }

    @ParameterizedTest
    @EnumSource
    void observer_callThatFails_seesWhatTheCallerGets(Mode mode) throws Exception {
        try (ScriptServer server = new ScriptServer(ScriptServer.RESET)) {
            Throwable thrown = catchThrowable(() -> mode.send(options(server), Calls.CREATE.request()));

            assertThat(thrown).isInstanceOf(TransportException.class);
            assertThat(observer.attempts).hasSize(2).allSatisfy(attempt -> {
                assertThat(attempt.status()).isNull();
                assertThat(attempt.failure()).isInstanceOf(TransportException.class);
            });
            assertThat(observer.ends)
                    .singleElement()
                    .satisfies(end -> assertThat(end.failure()).isSameAs(thrown));
        }
    }

    @Test
    void observer_callThatIsCancelled_seesItOnce() throws Exception {
        try (ScriptServer server = new ScriptServer(ScriptServer.HOLD);
                ApiConnection connection = new ApiConnection(options(server).build())) {
            CompletableFuture<?> future = connection.call(Calls.retrieve()).sendAsync();
            server.awaitRequests(1);
            future.cancel(true);

            ScriptServer.await(() -> !observer.ends.isEmpty(), "the end");
            assertThat(observer.ends)
                    .singleElement()
                    .satisfies(end -> assertThat(end.failure()).isInstanceOf(CancellationException.class));
        }
    }

    @ParameterizedTest
    @EnumSource
    void observer_thatThrows_changesNothing(Mode mode) throws Exception {
        CallObserver throwing = call -> new CallObserver.Observation() {
            @Override
            public void attempt(AttemptResult result) {
                throw new IllegalStateException("scripted, to be seen in the log once");
            }

            @Override
            public void end(CallResult result) {
                throw new IllegalStateException("scripted, never to be seen");
            }
        };
        try (ScriptServer server = new ScriptServer(response(200, "{}"))) {
            assertThat(mode.send(options(server).observer(throwing), Calls.retrieve())
                            .status())
                    .isEqualTo(200);
        }
    }
}
