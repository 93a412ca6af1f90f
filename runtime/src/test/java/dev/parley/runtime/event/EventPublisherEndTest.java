package dev.parley.runtime.event;

import static dev.parley.runtime.event.Answers.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.runtime.error.DecodingException;
import dev.parley.runtime.error.StreamException;
import dev.parley.runtime.error.TransportException;
import dev.parley.runtime.flow.RecordingSubscriber;
import dev.parley.runtime.http.HttpHeaders;
import dev.parley.runtime.http.HttpResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How a subscription ends other than with its last event. */
@Timeout(120)
class EventPublisherEndTest {

    @Test
    void cancel_betweenEvents_givesUpTheExchange() {
        ScriptedBody body = new ScriptedBody(event(1) + event(2));
        RecordingSubscriber<Integer> subscriber = new RecordingSubscriber<>(1, 0);
        Answers.publisher(body).subscribe(subscriber);

        subscriber.subscription().cancel();
        subscriber.subscription().cancel();
        subscriber.subscription().request(1);
        body.add(event(3));

        assertThat(body.isCancelled()).isTrue();
        assertThat(subscriber.items()).containsExactly(1);
        assertThat(subscriber.isEnded()).isFalse();
    }

    @Test
    void cancel_beforeTheAnswerIsThere_cancelsTheExchange() {
        CompletableFuture<HttpResponse> answer = new CompletableFuture<>();
        RecordingSubscriber<Integer> subscriber = new RecordingSubscriber<>(1, 0);
        Answers.publisher(answer).subscribe(subscriber);

        subscriber.subscription().cancel();

        assertThat(answer).isCancelled();
        assertThat(subscriber.isEnded()).isFalse();
    }

    @Test
    void cancel_inOnSubscribe_opensNoExchange() {
        AtomicInteger opened = new AtomicInteger();
        EventPublisher<Integer> publisher = new EventPublisher<>(
                () -> {
                    opened.incrementAndGet();
                    return new CompletableFuture<>();
                },
                Answers::number,
                Answers::failure,
                Runnable::run);

        publisher.subscribe(new CountingSubscriber() {
            @Override
            public void onSubscribe(Flow.Subscription given) {
                given.cancel();
            }
        });

        assertThat(opened).hasValue(0);
    }

    @Test
    void cancel_whileTheAnswerComesInAnyway_closesIt() {
        Uncancellable answer = new Uncancellable();
        Answers.Body body = new Answers.Body("");
        RecordingSubscriber<Integer> subscriber = new RecordingSubscriber<>(1, 0);
        Answers.publisher(answer).subscribe(subscriber);

        subscriber.subscription().cancel();
        answer.complete(new HttpResponse(200, Answers.HEADERS, body));

        assertThat(body.closed).hasPositiveValue();
        assertThat(subscriber.isEnded()).isFalse();
    }

    @Test
    void subscribe_whenTheExchangeFails_failsWithItsOwnException() {
        TransportException own = new TransportException("own", null);

        assertThat(errorOf(CompletableFuture.failedFuture(own))).isSameAs(own);
        assertThat(errorOf(CompletableFuture.failedFuture(new CompletionException(own))))
                .isSameAs(own);
        assertThat(errorOf(CompletableFuture.failedFuture(new CompletionException(new IOException("reset")))))
                .isInstanceOf(TransportException.class)
                .hasMessageContaining("reset");
    }

    @Test
    void subscribe_whenTheExchangeCannotBeOpened_fails() {
        IllegalStateException closed = new IllegalStateException("closed");
        RecordingSubscriber<Integer> subscriber = new RecordingSubscriber<>(1, 0);

        new EventPublisher<>(
                        () -> {
                            throw closed;
                        },
                        Answers::number,
                        Answers::failure,
                        Runnable::run)
                .subscribe(subscriber);

        assertThat(subscriber.error()).isSameAs(closed);
    }

    @Test
    void subscribe_whenTheBodyFails_failsAfterTheEventsBeforeIt() {
        ScriptedBody body = new ScriptedBody(event(1) + event(2));
        RecordingSubscriber<Integer> subscriber = new RecordingSubscriber<>(1, 0);
        Answers.publisher(body).subscribe(subscriber);

        body.fail(new IOException("reset"));
        assertThat(subscriber.isEnded()).isFalse();
        subscriber.subscription().request(2);

        assertThat(subscriber.items()).containsExactly(1, 2);
        assertThat(subscriber.error()).isInstanceOf(TransportException.class);
    }

    @Test
    void subscribe_toWhatIsNoEvent_failsAndGivesUpTheExchange() {
        assertThat(errorAfterOne("data: broken\n\n")).isInstanceOf(DecodingException.class);
        assertThat(errorAfterOne("data: {\"error\":{\"message\":\"m\"}}\n\n")).isInstanceOf(StreamException.class);
    }

    @Test
    void subscribe_toAnAnswerThatIsNoStream_fails() {
        HttpHeaders json =
                HttpHeaders.builder().add("content-type", "application/json").build();
        ScriptedBody body = new ScriptedBody("{}").end();

        assertThat(errorOf(CompletableFuture.completedFuture(Answers.pushed(json, body))))
                .isInstanceOf(TransportException.class)
                .hasMessageContaining("text/event-stream");
    }

    @Test
    void subscribe_ofASubscriberThatThrows_givesUpTheExchangeAndHidesNothing() {
        ScriptedBody body = new ScriptedBody(event(1) + event(2));
        CountingSubscriber subscriber = new CountingSubscriber() {
            @Override
            public void onNext(Integer item) {
                throw new UnsupportedOperationException("scripted");
            }
        };

        assertThatThrownBy(() -> Answers.publisher(body).subscribe(subscriber))
                .isInstanceOf(UnsupportedOperationException.class);
        assertThat(body.isCancelled()).isTrue();
        assertThat(subscriber.completed).isFalse();
    }

    @Test
    void forEach_toTheEnd_completesAfterTheLastEvent() {
        List<Integer> seen = new ArrayList<>();

        CompletableFuture<Void> done =
                Answers.publisher(new ScriptedBody(event(1), event(2)).end()).forEach(seen::add);

        assertThat(done).isCompleted();
        assertThat(seen).containsExactly(1, 2);
    }

    @Test
    void forEach_whenTheActionThrows_failsWithThatAndGivesUpTheExchange() {
        ScriptedBody body = new ScriptedBody(event(1) + event(2), event(3));
        UnsupportedOperationException scripted = new UnsupportedOperationException("scripted");
        AtomicInteger calls = new AtomicInteger();

        CompletableFuture<Void> done = Answers.publisher(body).forEach(event -> {
            calls.incrementAndGet();
            throw scripted;
        });

        assertThatThrownBy(done::join).hasCause(scripted);
        assertThat(calls).hasValue(1);
        assertThat(body.isCancelled()).isTrue();
    }

    @Test
    void forEach_thatIsCancelled_givesUpTheExchange() {
        ScriptedBody body = new ScriptedBody(event(1));
        List<Integer> seen = new ArrayList<>();
        CompletableFuture<Void> done = Answers.publisher(body).forEach(seen::add);

        done.cancel(true);
        body.add(event(2));

        assertThat(body.isCancelled()).isTrue();
        assertThat(seen).containsExactly(1);
    }

    @Test
    void forEach_thatIsCancelledBeforeTheAnswerIsThere_cancelsTheExchange() {
        CompletableFuture<HttpResponse> answer = new CompletableFuture<>();
        CompletableFuture<Void> done = Answers.publisher(answer).forEach(event -> {});

        done.cancel(false);

        assertThat(answer).isCancelled();
    }

    @Test
    void forEach_whenTheStreamFails_failsWithIt() {
        CompletableFuture<Void> done = Answers.publisher(new ScriptedBody("data: {\"error\":\"m\"}\n\n"))
                .forEach(event -> {});

        assertThatThrownBy(done::join).cause().isInstanceOf(StreamException.class);
    }

    private static Throwable errorAfterOne(String broken) {
        ScriptedBody body = new ScriptedBody(event(1) + broken + event(2));
        RecordingSubscriber<Integer> subscriber = new RecordingSubscriber<>(10, 0);
        Answers.publisher(body).subscribe(subscriber);
        assertThat(subscriber.items()).containsExactly(1);
        assertThat(body.isCancelled()).isTrue();
        return subscriber.error();
    }

    private static Throwable errorOf(CompletableFuture<HttpResponse> answer) {
        RecordingSubscriber<Integer> subscriber = new RecordingSubscriber<>(1, 0);
        Answers.publisher(answer).subscribe(subscriber);
        return subscriber.error();
    }

    /** A future as of a transport that cannot abort. */
    private static final class Uncancellable extends CompletableFuture<HttpResponse> {
        @Override
        public boolean cancel(boolean mayInterruptIfRunning) {
            return false;
        }
    }
}
