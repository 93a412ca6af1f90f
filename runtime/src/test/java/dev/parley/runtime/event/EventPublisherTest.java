package dev.parley.runtime.event;

import static dev.parley.runtime.event.Answers.event;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.runtime.flow.RecordingSubscriber;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Flow;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
class EventPublisherTest {

    @Test
    void subscribe_toABodyInPieces_publishesTheEventsInOrder() {
        String text = event(1) + ": c\r\n\r\n" + event(2) + event(3);
        ScriptedBody body = new ScriptedBody(text.split("(?<=\\G.{7})", -1)).end();
        RecordingSubscriber<Integer> subscriber = new RecordingSubscriber<>(Long.MAX_VALUE, 0);

        Answers.publisher(body).subscribe(subscriber);

        assertThat(subscriber.items()).containsExactly(1, 2, 3);
        assertThat(subscriber.isCompleted()).isTrue();
        assertThat(subscriber.ends()).isEqualTo(1);
    }

    @Test
    void subscribe_twice_opensTwoExchanges() {
        AtomicInteger opened = new AtomicInteger();
        EventPublisher<Integer> publisher = new EventPublisher<>(
                () -> {
                    int number = opened.incrementAndGet();
                    return Answers.answered(new ScriptedBody(event(number)).end());
                },
                Answers::number,
                Answers::failure,
                Runnable::run);
        RecordingSubscriber<Integer> first = new RecordingSubscriber<>(10, 0);
        RecordingSubscriber<Integer> second = new RecordingSubscriber<>(10, 0);

        publisher.subscribe(first);
        publisher.subscribe(second);

        assertThat(first.items()).containsExactly(1);
        assertThat(second.items()).containsExactly(2);
    }

    @Test
    void request_ofSoMany_givesNoMoreAndReadsNoFurther() {
        ScriptedBody body = new ScriptedBody(event(1) + event(2), event(3), event(4), event(5)).end();
        RecordingSubscriber<Integer> subscriber = new RecordingSubscriber<>(0, 0);
        Answers.publisher(body).subscribe(subscriber);
        assertThat(body.requested()).isZero();

        subscriber.subscription().request(1);
        assertThat(subscriber.items()).containsExactly(1);
        assertThat(body.requested()).isEqualTo(1);

        subscriber.subscription().request(2);
        assertThat(subscriber.items()).containsExactly(1, 2, 3);
        assertThat(body.requested()).isEqualTo(2);
        assertThat(subscriber.isEnded()).isFalse();
    }

    /** So that the next piece is on its way meanwhile; one of them and no more, so that a slow subscriber slows the server. */
    @ParameterizedTest
    @ValueSource(longs = {3, 64, Long.MAX_VALUE})
    void request_ofMany_readsOnePieceAhead(long count) {
        ScriptedBody body = new ScriptedBody(event(1) + event(2), event(3), event(4)).end();
        List<Long> requested = new ArrayList<>();

        Answers.publisher(body).subscribe(new Flow.Subscriber<>() {
            @Override
            public void onSubscribe(Flow.Subscription subscription) {
                subscription.request(count);
            }

            @Override
            public void onNext(Integer item) {
                requested.add(body.requested());
            }

            @Override
            public void onError(Throwable throwable) {
                throw new AssertionError(throwable);
            }

            @Override
            public void onComplete() {}
        });

        assertThat(requested)
                .isEqualTo(
                        switch ((int) Math.min(count, 1000)) {
                            case 3 -> List.of(1L, 1L, 2L);
                            case 64 -> List.of(2L, 2L, 2L, 3L);
                            default -> List.of(2L, 2L, 3L, 4L);
                        });
    }

    @Test
    void request_beyondTheLargestLong_isNoLimit() {
        RecordingSubscriber<Integer> subscriber = new RecordingSubscriber<>(Long.MAX_VALUE, Long.MAX_VALUE);

        Answers.publisher(new ScriptedBody(event(1), event(2), event(3)).end()).subscribe(subscriber);

        assertThat(subscriber.items()).containsExactly(1, 2, 3);
        assertThat(subscriber.isCompleted()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, Long.MIN_VALUE})
    void request_ofNothing_failsAndGivesUpTheExchange(long count) {
        ScriptedBody body = new ScriptedBody(event(1));
        RecordingSubscriber<Integer> subscriber = new RecordingSubscriber<>(0, 0);
        Answers.publisher(body).subscribe(subscriber);

        subscriber.subscription().request(count);

        assertThat(subscriber.error())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("3.9");
        assertThat(body.isCancelled()).isTrue();
        subscriber.subscription().request(5);
        assertThat(subscriber.items()).isEmpty();
        assertThat(subscriber.ends()).isEqualTo(1);
    }

    @Test
    void onNext_requestingOneEachTime_doesNotGrowTheStack() {
        int count = 100_000;
        StringBuilder text = new StringBuilder();
        IntStream.range(0, count).forEach(number -> text.append(event(number)));
        CountingSubscriber subscriber = new CountingSubscriber();

        Answers.publisher(new ScriptedBody(text.toString()).end()).subscribe(subscriber);

        assertThat(subscriber.count).isEqualTo(count);
        assertThat(subscriber.completed).isTrue();
        assertThat(subscriber.deepest).isLessThan(60);
    }

    @Test
    void onNext_withAPieceForEachEvent_doesNotGrowTheStack() {
        int count = 100_000;
        String[] pieces = IntStream.range(0, count).mapToObj(Answers::event).toArray(String[]::new);
        CountingSubscriber subscriber = new CountingSubscriber();

        Answers.publisher(new ScriptedBody(pieces).end()).subscribe(subscriber);

        assertThat(subscriber.count).isEqualTo(count);
        assertThat(subscriber.completed).isTrue();
        assertThat(subscriber.deepest).isLessThan(60);
    }

    @Test
    void subscribe_onManyThreads_neverSignalsTwiceAtATime() throws Exception {
        ExecutorService executor = Executors.newFixedThreadPool(4);
        try {
            String[] pieces =
                    IntStream.range(0, 20_000).mapToObj(Answers::event).toArray(String[]::new);
            EventPublisher<Integer> publisher = Answers.publisher(new ScriptedBody(pieces).end(), executor);
            AtomicInteger inside = new AtomicInteger();
            AtomicInteger expected = new AtomicInteger();
            CompletableFuture<Integer> most = new CompletableFuture<>();
            publisher.subscribe(new Flow.Subscriber<>() {
                private int max;
                private Flow.Subscription subscription;

                @Override
                public void onSubscribe(Flow.Subscription given) {
                    subscription = given;
                    given.request(1);
                }

                @Override
                public void onNext(Integer item) {
                    max = Math.max(max, inside.incrementAndGet());
                    if (item != expected.getAndIncrement()) {
                        most.completeExceptionally(new AssertionError("out of order at " + item));
                    }
                    executor.execute(() -> subscription.request(1));
                    inside.decrementAndGet();
                }

                @Override
                public void onError(Throwable throwable) {
                    most.completeExceptionally(throwable);
                }

                @Override
                public void onComplete() {
                    most.complete(max);
                }
            });

            assertThat(most.get(30, TimeUnit.SECONDS)).isEqualTo(1);
            assertThat(expected).hasValue(20_000);
        } finally {
            executor.shutdownNow();
        }
    }

    @Test
    void subscribe_toABodyWithDone_completesAndGivesUpTheRest() {
        ScriptedBody body = new ScriptedBody(event(1) + "data: [DONE]\n\n" + event(2));
        RecordingSubscriber<Integer> subscriber = new RecordingSubscriber<>(1, 0);

        Answers.publisher(body).subscribe(subscriber);

        assertThat(subscriber.items()).containsExactly(1);
        assertThat(subscriber.isCompleted()).isTrue();
        assertThat(body.isCancelled()).isTrue();
    }

    @Test
    void subscribe_toAnEmptyBody_completesWithoutDemand() {
        ScriptedBody body = new ScriptedBody().end();
        RecordingSubscriber<Integer> subscriber = new RecordingSubscriber<>(0, 0);

        Answers.publisher(body).subscribe(subscriber);

        assertThat(subscriber.isCompleted()).isTrue();
    }

    @Test
    void request_withAnExecutorThatWasShutDown_stillReachesTheEnd() {
        RecordingSubscriber<Integer> subscriber = new RecordingSubscriber<>(0, 0);
        Answers.publisher(new ScriptedBody(event(1)).end(), task -> {
                    throw new RejectedExecutionException("shut down");
                })
                .subscribe(subscriber);

        subscriber.subscription().request(5);

        assertThat(subscriber.items()).containsExactly(1);
        assertThat(subscriber.isCompleted()).isTrue();
    }

    @Test
    void request_runsTheSubscriberInTheExecutor() throws Exception {
        ExecutorService executor = Executors.newSingleThreadExecutor(task -> new Thread(task, "events"));
        try {
            CompletableFuture<String> thread = new CompletableFuture<>();
            CountingSubscriber subscriber = new CountingSubscriber() {
                @Override
                public void onSubscribe(Flow.Subscription given) {
                    subscription = given;
                }

                @Override
                public void onNext(Integer item) {
                    thread.complete(Thread.currentThread().getName());
                }
            };
            Answers.publisher(new ScriptedBody(event(1)), executor).subscribe(subscriber);

            subscriber.subscription.request(1);

            assertThat(thread.get(30, TimeUnit.SECONDS)).isEqualTo("events");
        } finally {
            executor.shutdownNow();
        }
    }
}
