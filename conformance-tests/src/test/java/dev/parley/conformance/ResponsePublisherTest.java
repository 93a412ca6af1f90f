package dev.parley.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.parley.conformance.report.Check;
import dev.parley.conformance.report.Shows;
import dev.parley.openai.model.ResponseCompletedEvent;
import dev.parley.openai.model.ResponseCreatedEvent;
import dev.parley.openai.model.ResponseStreamEvent;
import dev.parley.runtime.error.DecodingException;
import dev.parley.runtime.error.NotFoundException;
import dev.parley.runtime.error.TransportException;
import dev.parley.runtime.event.EventPublisher;
import dev.parley.runtime.event.EventStream;
import dev.parley.testkit.ConversationsServer;
import dev.parley.testkit.StreamFault;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Responses as published events, without a thread that waits. */
@Timeout(120)
@Shows(row = "responses.create", check = Check.OPERATION_SEQUENCE)
class ResponsePublisherTest {

    private final Kit kit = new Kit(ConversationsServer.builder().streamPause(Duration.ofMillis(2)));

    @AfterEach
    void close() {
        kit.close();
    }

    @Test
    void forEach_wholeStream_isWhatPullingYields() {
        List<ResponseStreamEvent> pushed = new CopyOnWriteArrayList<>();

        publisher().forEach(pushed::add).join();

        assertThat(pushed).first().isInstanceOf(ResponseCreatedEvent.class);
        assertThat(pushed).last().isInstanceOf(ResponseCompletedEvent.class);
        String id = ((ResponseCreatedEvent) pushed.get(0)).response().id();
        try (EventStream<ResponseStreamEvent> pulled = kit.responses().retrieveStream(id)) {
            assertThat(pulled).containsExactlyElementsOf(pushed);
        }
        List<ResponseStreamEvent> again = new CopyOnWriteArrayList<>();
        kit.client
                .async()
                .responses()
                .retrieveStream(id, r -> r.startingAfter(2L))
                .forEach(again::add)
                .join();
        assertThat(again).containsExactlyElementsOf(pushed.subList(3, pushed.size()));
        kit.awaitNoExchange();
    }

    @Test
    void subscribe_withoutASubscriber_sendsNothing() {
        EventPublisher<ResponseStreamEvent> publisher = publisher();
        assertThat(kit.server.requests()).isEmpty();

        CompletableFuture.allOf(publisher.forEach(event -> {}), publisher.forEach(event -> {}))
                .join();

        assertThat(kit.server.requests()).hasSize(2);
    }

    @Test
    void request_oneAtATime_deliversNoMore() {
        Asking subscriber = new Asking();
        publisher().subscribe(subscriber);

        Kit.eventually(() -> subscriber.subscription != null);
        for (int asked = 1; asked <= 3; asked++) {
            subscriber.ask(1);
            int expected = asked;
            Kit.eventually(() -> subscriber.events.size() == expected);
        }
        pauseShortly();
        assertThat(subscriber.events).hasSize(3);
        subscriber.ask(Long.MAX_VALUE);

        assertThat(subscriber.awaitEnd()).isNull();
        assertThat(subscriber.events).last().isInstanceOf(ResponseCompletedEvent.class);
    }

    @Test
    void cancel_inTheMiddle_endsTheExchangeAndDeliversNoMore() {
        try (Kit slow = Kit.slow()) {
            Asking subscriber = new Asking();
            slow.client.async().responses().stream(r -> r.model("gpt-4").input("x"))
                    .subscribe(subscriber);
            Kit.eventually(() -> subscriber.subscription != null);
            subscriber.ask(1);
            Kit.eventually(() -> subscriber.events.size() == 1);

            subscriber.cancel();

            slow.awaitNoExchange();
            assertThat(subscriber.events).hasSize(1);
            assertThat(subscriber.ended.getCount()).isEqualTo(1);
        }
    }

    @Test
    void forEach_cancelledFuture_givesUpTheExchange() {
        try (Kit slow = Kit.slow()) {
            List<ResponseStreamEvent> events = new CopyOnWriteArrayList<>();
            CompletableFuture<@Nullable Void> done = slow.client.async().responses().stream(
                            r -> r.model("gpt-4").input("x"))
                    .forEach(events::add);
            Kit.eventually(() -> !events.isEmpty());

            done.cancel(true);

            slow.awaitNoExchange();
            assertThat(events).doesNotHaveAnyElementsOfTypes(ResponseCompletedEvent.class);
        }
    }

    @Test
    void forEach_actionThatThrows_failsWithItAndEndsTheExchange() {
        IllegalStateException own = new IllegalStateException("own");
        try (Kit slow = Kit.slow()) {
            CompletableFuture<@Nullable Void> done = slow.client.async().responses().stream(
                            r -> r.model("gpt-4").input("x"))
                    .forEach(event -> {
                        throw own;
                    });

            assertThatExceptionOfType(CompletionException.class)
                    .isThrownBy(done::join)
                    .withCause(own);
            slow.awaitNoExchange();
        }
    }

    @Test
    void forEach_brokenStreams_failWithTheExceptionsOfPulling() {
        kit.server.failNextStream(StreamFault.malformedAfter(2));
        assertThat(failure(publisher())).isInstanceOf(DecodingException.class);
        kit.awaitNoExchange();

        kit.server.failNextStream(StreamFault.disconnectAfter(2));
        assertThat(failure(publisher()))
                .isExactlyInstanceOf(TransportException.class)
                .hasMessageStartingWith("POST /responses: ");
        kit.awaitNoExchange();

        assertThat(failure(kit.client.async().responses().retrieveStream("resp_none")))
                .isInstanceOf(NotFoundException.class)
                .hasMessageStartingWith("GET /responses/{response_id}");
    }

    private EventPublisher<ResponseStreamEvent> publisher() {
        return kit.client.async().responses().stream(r -> r.model("gpt-4").input("one two three"));
    }

    private static @Nullable Throwable failure(EventPublisher<ResponseStreamEvent> publisher) {
        CompletableFuture<@Nullable Void> done = publisher.forEach(event -> {});
        return done.handle((nothing, failure) -> failure).join();
    }

    private static void pauseShortly() {
        try {
            TimeUnit.MILLISECONDS.sleep(30);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Asks for events when told to. */
    private static final class Asking implements Flow.Subscriber<ResponseStreamEvent> {
        final List<ResponseStreamEvent> events = new CopyOnWriteArrayList<>();
        final CountDownLatch ended = new CountDownLatch(1);
        volatile Flow.@Nullable Subscription subscription;
        private volatile @Nullable Throwable failure;

        void ask(long number) {
            given().request(number);
        }

        void cancel() {
            given().cancel();
        }

        private Flow.Subscription given() {
            Flow.Subscription own = subscription;
            if (own == null) {
                throw new AssertionError("not subscribed");
            }
            return own;
        }

        @Nullable
        Throwable awaitEnd() {
            Kit.eventually(() -> ended.getCount() == 0);
            return failure;
        }

        @Override
        public void onSubscribe(Flow.Subscription own) {
            subscription = own;
        }

        @Override
        public void onNext(ResponseStreamEvent event) {
            events.add(event);
        }

        @Override
        public void onError(Throwable thrown) {
            failure = thrown;
            ended.countDown();
        }

        @Override
        public void onComplete() {
            ended.countDown();
        }
    }
}
