package dev.parley.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.parley.openai.OpenAiClient;
import dev.parley.openai.model.ResponseCompletedEvent;
import dev.parley.openai.model.ResponseErrorEvent;
import dev.parley.openai.model.ResponseStreamEvent;
import dev.parley.openai.model.ResponseTextDeltaEvent;
import dev.parley.runtime.error.DecodingException;
import dev.parley.runtime.error.NotFoundException;
import dev.parley.runtime.error.ParleyException;
import dev.parley.runtime.error.StreamException;
import dev.parley.runtime.error.TimeoutException;
import dev.parley.runtime.error.TransportException;
import dev.parley.runtime.event.EventStream;
import dev.parley.runtime.http.HttpTransport;
import dev.parley.runtime.http.JdkHttpTransport;
import dev.parley.runtime.http.UrlConnectionTransport;
import dev.parley.testkit.ConversationsServer;
import dev.parley.testkit.StreamFault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What can go wrong in the middle of a stream of events, and that the connection is given up each time. */
@Timeout(120)
class ResponseStreamFailureTest {

    private static final String CREATED = "{\"type\":\"response.output_text.delta\",\"item_id\":\"m\","
            + "\"output_index\":0,\"content_index\":0,\"delta\":\"Hi\",\"logprobs\":[],\"sequence_number\":0}";

    /** What came before a stream failed, and how it failed. */
    private record Failed(List<ResponseStreamEvent> events, ParleyException failure) {}

    static List<Named<Supplier<HttpTransport>>> transports() {
        return List.of(
                Named.of("java.net.http", () -> JdkHttpTransport.builder().build()),
                Named.of("HttpURLConnection", UrlConnectionTransport::create));
    }

    @ParameterizedTest
    @MethodSource("transports")
    void stream_errorEvent_isAnEventLikeAnyOther(Supplier<HttpTransport> transport) {
        try (Kit kit = kit();
                HttpTransport own = transport.get();
                OpenAiClient client = kit.client.withOptions(o -> o.transport(own))) {
            kit.server.failNextStream(StreamFault.errorAfter(2, "rate_limit_exceeded", "slow down"));
            try (EventStream<ResponseStreamEvent> events = open(client)) {
                assertThat(events.stream().toList())
                        .hasSize(3)
                        .last()
                        .isInstanceOfSatisfying(ResponseErrorEvent.class, error -> {
                            assertThat(error.code()).isEqualTo("rate_limit_exceeded");
                            assertThat(error.message()).isEqualTo("slow down");
                        });
            }
            kit.awaitNoExchange();
        }
    }

    @ParameterizedTest
    @MethodSource("transports")
    void stream_malformedEvent_throwsDecodingAndFreesTheConnection(Supplier<HttpTransport> transport) {
        try (Kit kit = Kit.slow();
                HttpTransport own = transport.get();
                OpenAiClient client = kit.client.withOptions(o -> o.transport(own))) {
            kit.server.failNextStream(StreamFault.malformedAfter(3));

            Failed failed = drained(client);

            assertThat(failed.events()).hasSize(3);
            assertThat(failed.failure()).isInstanceOfSatisfying(DecodingException.class, e -> {
                assertThat(e.path()).isEqualTo("$.delta");
                assertThat(e.bodyText()).startsWith("{\"type\":\"response.output_text.delta\"");
            });
            kit.awaitNoExchange();
        }
    }

    @ParameterizedTest
    @MethodSource("transports")
    void stream_disconnected_givesWhatCameAndThrowsTransport(Supplier<HttpTransport> transport) {
        try (Kit kit = kit();
                HttpTransport own = transport.get();
                OpenAiClient client = kit.client.withOptions(o -> o.transport(own))) {
            // Cut once the last event is read: java.net.http drops what is not read when it learns of the cut.
            kit.server.failNextStream(StreamFault.stallAfter(3));
            Failed failed = drained(client, count -> {
                if (count == 3) {
                    kit.server.close();
                }
            });

            assertThat(failed.failure())
                    .isExactlyInstanceOf(TransportException.class)
                    .hasMessageStartingWith("POST /responses: ");
            assertThat(failed.events()).hasSize(3);
            assertThat(kit.server.requests()).hasSize(1);
        }
    }

    @ParameterizedTest
    @MethodSource("transports")
    void stream_stalledBeyondTheTimeout_throwsTimeout(Supplier<HttpTransport> transport) {
        int millis = 300;
        while (!timesOutOnceOpen(transport, millis)) {
            millis *= 4;
            assertThat(millis).as("time for the head").isLessThan(60_000);
        }
    }

    /** Returns false if the time was up before the stream was open. */
    private static boolean timesOutOnceOpen(Supplier<HttpTransport> transport, int millis) {
        try (Kit kit = kit();
                HttpTransport own = transport.get();
                OpenAiClient client =
                        kit.client.withOptions(o -> o.transport(own).timeout(Duration.ofMillis(millis)))) {
            kit.server.failNextStream(StreamFault.stallAfter(2));
            EventStream<ResponseStreamEvent> events;
            try {
                events = open(client);
            } catch (TimeoutException early) {
                return false;
            }
            try (events) {
                assertThat(catchThrowable(() -> events.forEach(event -> {})))
                        .isInstanceOf(TimeoutException.class)
                        .hasMessageContaining(millis + " ms");
            }
            return true;
        }
    }

    @Test
    void stream_refused_throwsBeforeThereIsAStream() {
        try (Kit kit = kit()) {
            NotFoundException e = catchThrowableOfType(
                    NotFoundException.class,
                    () -> kit.responses().stream(
                            r -> r.model("gpt-4").conversation("conv_no").input("x")));

            assertThat(e).hasMessageContaining("POST /responses").hasMessageContaining("conv_no");
        }
    }

    @Test
    void stream_refusedOnceWithAPause_isOpenedByTheNextAttempt() {
        try (Kit kit = kit();
                OpenAiClient client = kit.client.withOptions(o -> o.maxRetries(1))) {
            kit.server.failNext(503, "{}", Map.of("retry-after-ms", "1"));

            try (EventStream<ResponseStreamEvent> events = open(client)) {
                assertThat(events.stream().toList()).last().isInstanceOf(ResponseCompletedEvent.class);
            }
            assertThat(kit.server.requests())
                    .hasSize(2)
                    .extracting(request -> request.header("idempotency-key"))
                    .doesNotContainNull()
                    .hasSize(2)
                    .matches(keys -> keys.get(0).equals(keys.get(1)));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "data: {\"error\":{\"message\":\"no more\",\"type\":\"server_error\",\"code\":\"c\",\"param\":\"p\"}}",
                "event: error\ndata: {\"message\":\"no more\",\"code\":\"c\"}",
                "event: error\ndata: no more"
            })
    void stream_errorThatIsNoEvent_throwsStreamException(String error) {
        Failed failed = streaming("data: " + CREATED + "\n\n" + error + "\n\ndata: " + CREATED + "\n\n");

        assertThat(failed.events()).hasSize(1);
        assertThat(failed.failure()).isInstanceOfSatisfying(StreamException.class, e -> {
            assertThat(e.serverMessage()).isEqualTo("no more");
            assertThat(e.requestId()).isEqualTo("req_1");
            assertThat(e.rawBody()).contains("no more");
            assertThat(e)
                    .hasMessageStartingWith("POST /responses: ")
                    .hasMessageContaining("no more")
                    .hasMessageContaining("req_1");
        });
    }

    @Test
    void stream_unknownEvent_isUnknownWithAllThatCame() {
        String later = "{\"type\":\"response.later\",\"sequence_number\":1,\"x\":[1]}";

        try (LoopbackServer server = events("data: " + later + "\n\ndata: " + CREATED + "\n\n");
                OpenAiClient client = server.client();
                EventStream<ResponseStreamEvent> events = open(client)) {
            List<ResponseStreamEvent> all = events.stream().toList();
            assertThat(all.get(0)).isInstanceOfSatisfying(ResponseStreamEvent.Unknown.class, unknown -> {
                assertThat(unknown.type()).isEqualTo("response.later");
                assertThat(unknown.problem()).isNull();
                assertThat(unknown.toJson()).isEqualTo(later);
                assertThat(unknown.textDelta()).isEmpty();
            });
            assertThat(all.get(1)).isInstanceOf(ResponseTextDeltaEvent.class);
        }
    }

    @Test
    void stream_knownEventThatDoesNotFit_isUnknownWithTheProblem() {
        String broken = CREATED.replace("\"delta\":\"Hi\"", "\"delta\":7");

        try (LoopbackServer server = events("data: " + broken + "\n\n");
                OpenAiClient client = server.client();
                EventStream<ResponseStreamEvent> events = open(client)) {
            assertThat(events.stream().toList())
                    .singleElement()
                    .isInstanceOfSatisfying(
                            ResponseStreamEvent.Unknown.class,
                            unknown -> assertThat(unknown.problem()).contains("$.delta"));
        }
    }

    @Test
    void stream_doneBeforeTheEnd_readsNothingBehindIt() {
        String body = "\uFEFF: hello\r\ndata: " + CREATED.replace("\"delta\":", "\r\ndata: \"delta\":")
                + "\r\n\r\ndata: [DONE]\r\n\r\ndata: {broken\r\n\r\n";

        try (LoopbackServer server = events(body);
                OpenAiClient client = server.client();
                EventStream<ResponseStreamEvent> events = open(client)) {
            assertThat(events).extracting(ResponseStreamEvent::textDelta).containsExactly("Hi");
        }
    }

    @Test
    void stream_answerThatIsNoStream_throwsTransport() {
        try (LoopbackServer server = LoopbackServer.answering(200, "{\"id\":\"resp_1\"}");
                OpenAiClient client = server.client()) {
            assertThat(drained(client).failure()).hasMessageContaining("text/event-stream");
        }
    }

    private static Kit kit() {
        return new Kit(ConversationsServer.builder().streamPause(Duration.ofMillis(5)));
    }

    private static LoopbackServer events(String body) {
        return LoopbackServer.answering(
                200, body, Map.of("content-type", "text/event-stream; charset=utf-8", "x-request-id", "req_1"));
    }

    private static Failed streaming(String body) {
        try (LoopbackServer server = events(body);
                OpenAiClient client = server.client()) {
            return drained(client);
        }
    }

    private static EventStream<ResponseStreamEvent> open(OpenAiClient client) {
        return client.responses().stream(r -> r.model("gpt-4").input("one two three"));
    }

    /** Reads until the failure, and leaves closing to the stream itself. */
    @SuppressWarnings("resource")
    private static Failed drained(OpenAiClient client) {
        return drained(client, count -> {});
    }

    /** As above, and tells how many events have been read after each. */
    @SuppressWarnings("resource")
    private static Failed drained(OpenAiClient client, IntConsumer read) {
        List<ResponseStreamEvent> before = new ArrayList<>();
        EventStream<ResponseStreamEvent> events = open(client);
        ParleyException failure = catchThrowableOfType(
                ParleyException.class,
                () -> events.forEach(event -> {
                    before.add(event);
                    read.accept(before.size());
                }));
        assertThat(failure).isNotNull();
        return new Failed(before, failure);
    }
}
