package dev.parley.runtime.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SubmissionPublisher;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class HttpResponseTest {
    private final Source source = new Source();

    /** Publishes what the test says, and counts what it is asked for. */
    private static final class Source implements Flow.Publisher<List<ByteBuffer>>, Flow.Subscription {
        private Flow.@Nullable Subscriber<? super List<ByteBuffer>> subscriber;
        private long requested;
        private int cancelled;

        @Override
        public void subscribe(Flow.Subscriber<? super List<ByteBuffer>> given) {
            subscriber = given;
            given.onSubscribe(this);
        }

        @Override
        public void request(long count) {
            requested += count;
        }

        @Override
        public void cancel() {
            cancelled++;
            subscriber.onError(new IOException("cancelled")); // as some publishers do, against the rules
        }

        void publish(String text) {
            subscriber.onNext(buffers(text));
        }
    }

    private static List<ByteBuffer> buffers(String text) {
        return List.of(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
    }

    private HttpResponse published(Duration timeout) {
        return new HttpResponse(200, HttpHeaders.EMPTY, source, Deadline.after(timeout));
    }

    private static HttpResponse streamed(String text) {
        return new HttpResponse(
                200, HttpHeaders.EMPTY, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void publishedBody_asAStream_isReadInOrder() throws Exception {
        HttpResponse response = published(Duration.ofMinutes(1));
        assertThat(source.requested).isZero();
        InputStream body = response.body();
        assertThat(response.body()).isSameAs(body);
        assertThat(source.requested).isEqualTo(1);
        source.publish("ab");
        source.publish("c");
        source.subscriber.onComplete();
        assertThat(body.readAllBytes()).isEqualTo("abc".getBytes(StandardCharsets.UTF_8));
        response.close();
        assertThat(source.cancelled).isZero();
    }

    @Test
    void publishedBody_asAPublisher_passesDemandAndPieces() throws Exception {
        HttpResponse response = published(Duration.ofMinutes(1));
        Pieces pieces = new Pieces(2);
        response.publisher(Runnable::run).subscribe(pieces);
        assertThat(source.requested).isEqualTo(2);
        source.publish("a");
        source.publish("b");
        source.subscriber.onComplete();
        assertThat(pieces.text()).isEqualTo("ab");
    }

    @Test
    void publishedBody_closedBeforeAnyoneReads_isCancelledOnce() throws Exception {
        HttpResponse response = published(Duration.ofMinutes(1));
        response.close();
        response.close();
        assertThat(source.cancelled).isEqualTo(1);

        Pieces late = new Pieces(1);
        response.publisher(Runnable::run).subscribe(late);
        assertThat(late.failure()).isInstanceOf(IOException.class).hasMessageContaining("closed");
        assertThatThrownBy(() -> response.body().read()).isInstanceOf(IOException.class);
    }

    @Test
    void publishedBody_afterTheDeadline_endsEitherWay() throws Exception {
        Pieces pieces = new Pieces(1);
        published(Duration.ofMillis(50)).publisher(Runnable::run).subscribe(pieces);
        assertThat(pieces.failure()).isInstanceOf(HttpTimeoutException.class);
        assertThat(source.cancelled).isEqualTo(1);

        HttpResponse response = published(Duration.ofMillis(50));
        assertThatThrownBy(() -> response.body().read()).isInstanceOf(HttpTimeoutException.class);
        assertThat(source.cancelled).isEqualTo(2);
    }

    @Test
    void publishedBody_readTwice_refusesTheSecond() throws Exception {
        HttpResponse response = published(Duration.ofMinutes(1));
        Pieces first = new Pieces(1);
        Pieces second = new Pieces(1);
        response.publisher(Runnable::run).subscribe(first);
        response.publisher(Runnable::run).subscribe(second);
        assertThat(second.failure()).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> response.body().read()).isInstanceOf(IOException.class);
        source.subscriber.onComplete();
        assertThat(first.text()).isEmpty();
    }

    @Test
    void publishedBody_readerThatAsksForNothingOrThrows_isCancelled() throws Exception {
        Pieces none = new Pieces(1);
        published(Duration.ofMinutes(1)).publisher(Runnable::run).subscribe(none);
        none.subscription().request(0);
        assertThat(none.failure()).isInstanceOf(IllegalArgumentException.class);
        assertThat(source.cancelled).isEqualTo(1);

        published(Duration.ofMinutes(1)).publisher(Runnable::run).subscribe(new Flow.Subscriber<>() {
            @Override
            public void onSubscribe(Flow.Subscription subscription) {
                subscription.request(1);
            }

            @Override
            public void onNext(List<ByteBuffer> item) {
                throw new IllegalStateException("scripted");
            }

            @Override
            public void onError(Throwable throwable) {}

            @Override
            public void onComplete() {}
        });
        source.publish("a");
        assertThat(source.cancelled).isEqualTo(2);
    }

    @Test
    void publishedBody_fromAPublisherWithThreads_isWhole() throws Exception {
        SubmissionPublisher<List<ByteBuffer>> publisher = new SubmissionPublisher<>();
        HttpResponse response =
                new HttpResponse(200, HttpHeaders.EMPTY, publisher, Deadline.after(Duration.ofMinutes(1)));
        Pieces pieces = new Pieces(Long.MAX_VALUE);
        response.publisher(Runnable::run).subscribe(pieces);
        StringBuilder expected = new StringBuilder();
        for (int i = 0; i < 5000; i++) {
            publisher.submit(buffers(i + ","));
            expected.append(i).append(',');
        }
        publisher.close();
        assertThat(pieces.text()).isEqualTo(expected.toString());
    }

    @Test
    void streamedBody_asAPublisher_isReadOnDemandOnTheExecutor() throws Exception {
        AtomicInteger tasks = new AtomicInteger();
        Executor counting = task -> {
            tasks.incrementAndGet();
            task.run();
        };
        Pieces pieces = new Pieces(0);
        streamed("abc").publisher(counting).subscribe(pieces);
        assertThat(tasks).hasValue(0);
        pieces.subscription().request(1);
        assertThat(pieces.count()).isEqualTo(1);
        pieces.subscription().request(1);
        assertThat(pieces.text()).isEqualTo("abc");
        assertThat(tasks).hasValue(2);
    }

    @Test
    void streamedBody_executorThatRefuses_failsTheReader() throws Exception {
        Pieces pieces = new Pieces(1);
        streamed("abc")
                .publisher(task -> {
                    throw new RejectedExecutionException("full");
                })
                .subscribe(pieces);
        assertThat(pieces.failure()).isInstanceOf(RejectedExecutionException.class);
    }

    @Test
    void toString_headersWithSecrets_areMasked() {
        HttpHeaders headers = HttpHeaders.builder().add("set-cookie", "hidden").build();
        assertThat(new HttpResponse(200, headers, InputStream.nullInputStream()).toString())
                .startsWith("200")
                .doesNotContain("hidden");
    }
}
