package dev.parley.runtime.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is asked of a body before anybody reads it, and what a cancellation may still do then. */
class JdkExchangeReadAheadTest {
    private final OneAnswer client = new OneAnswer();
    private final StubClient.Source source = new StubClient.Source();
    private final CompletableFuture<dev.parley.runtime.http.HttpResponse> result =
            JdkHttpTransport.of(client).sendAsync(TransportKind.get("http://127.0.0.1/"), Runnable::run);

    @ParameterizedTest
    @CsvSource({"2, 9223372036854775807", "65536, 9223372036854775807", "65537, 1", "what, 1", ", 1"})
    void body_isAskedForAsAWholeIfItSaysThatItIsSmall(@Nullable String declared, long requested) {
        client.answer(declared == null ? Map.of() : Map.of("Content-Length", List.of(declared)), source);

        assertThat(source.requested).isEqualTo(requested);
    }

    @Test
    void cancel_beforeTheHeaders_cancelsTheExchange() {
        result.cancel(true);

        assertThat(client.exchange.isCancelled()).isTrue();
    }

    @Test
    void cancel_betweenTheHeadersAndTheAnswer_givesUpTheBodyAlone() {
        client.answer(Map.of("content-length", List.of("2")), source);

        result.cancel(true);

        assertThat(client.exchange.isCancelled()).isFalse();
        assertThat(source.cancelled).isTrue();
    }

    @Test
    void cancel_behindTheBody_leavesTheConnectionToWhoeverHasIt() {
        client.answer(Map.of("content-length", List.of("2")), source);
        client.body.onNext(List.of(ByteBuffer.wrap(new byte[2])));
        client.body.onComplete();

        result.cancel(true);

        assertThat(client.exchange.isCancelled()).isFalse();
        assertThat(source.cancelled).isFalse();
    }

    @Test
    void cancel_beforeTheBodyBegins_asksForNothing() {
        result.cancel(true);
        client.answer(Map.of("content-length", List.of("2")), source);

        assertThat(source.requested).isZero();
        assertThat(source.cancelled).isTrue();
    }

    @Test
    void body_thatBreaksBeforeTheAnswerIsOut_leavesTheStatusAndWhatCame() throws Exception {
        client.answer(Map.of("content-length", List.of("5")), source);
        client.body.onNext(List.of(bytes("ab")));
        client.body.onError(new IOException("scripted"));
        client.exchange.completeExceptionally(new IOException("scripted"));

        dev.parley.runtime.http.HttpResponse answer = result.get();
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().readNBytes(2)).asString().isEqualTo("ab");
        assertThatThrownBy(() -> answer.body().read())
                .isInstanceOf(IOException.class)
                .hasMessage("scripted");
    }

    @Test
    void publisher_bodyThatHasArrived_comesAsItIsAskedFor() throws Exception {
        BodyRelay relay = new BodyRelay(Deadline.after(Duration.ofMinutes(1)));
        relay.readAhead(Long.MAX_VALUE);
        relay.onSubscribe(source);
        for (int i = 0; i < 4; i++) {
            relay.onNext(List.of(bytes("a")));
        }
        relay.onComplete();
        Pieces pieces = new Pieces(1);
        relay.subscribe(pieces);

        assertThat(pieces.count()).isEqualTo(1);
        pieces.subscription().request(2);
        assertThat(pieces.count()).isEqualTo(3);
        pieces.subscription().request(1);
        assertThat(pieces.text()).isEqualTo("aaaa");
        assertThat(source.requested).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void publisher_onePieceAhead_isOneThatTheReaderNeedNotAskFor() {
        BodyRelay relay = new BodyRelay(Deadline.after(Duration.ofMinutes(1)));
        relay.readAhead(1);
        relay.onSubscribe(source);
        Pieces pieces = new Pieces(3);
        relay.subscribe(pieces);

        assertThat(source.requested).isEqualTo(3);
    }

    @Test
    void stream_bodyThatHasArrived_isReadWithoutWaiting() throws Exception {
        BodyRelay relay = new BodyRelay(Deadline.after(Duration.ofMinutes(1)));
        relay.onSubscribe(source);
        relay.onNext(List.of(bytes("ab"), bytes(""), bytes("c")));
        relay.onNext(List.of(bytes("d\u00e9")));
        relay.onComplete();

        try (var stream = relay.stream()) {
            assertThat(stream).isInstanceOf(ArrivedBody.class);
            assertThat(stream.read()).isEqualTo('a');
            assertThat(stream.read(new byte[0])).isZero();
            assertThat(new String(stream.readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo("bcd\u00e9");
            assertThat(stream.read()).isEqualTo(-1);
        }
    }

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Answers when it is told to; the exchange stays under way. */
    private static final class OneAnswer extends StubClient {
        private CompletableFuture<?> exchange = new CompletableFuture<>();
        private HttpResponse.BodySubscriber<?> body = HttpResponse.BodySubscribers.discarding();
        private BodyHandler<?> handler = HttpResponse.BodyHandlers.discarding();

        @Override
        public <T> CompletableFuture<HttpResponse<T>> sendAsync(HttpRequest request, BodyHandler<T> given) {
            CompletableFuture<HttpResponse<T>> made = new CompletableFuture<>();
            exchange = made;
            handler = given;
            return made;
        }

        void answer(Map<String, List<String>> headers, Source source) {
            body = handler.apply(new Head(headers));
            body.onSubscribe(source);
        }
    }
}
