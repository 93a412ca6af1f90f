package dev.parley.runtime.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class BodyRelayTest {

    private static Throwable failure(Duration timeout, Throwable told) throws Exception {
        BodyRelay relay = new BodyRelay(Deadline.after(timeout));
        CompletableFuture<Throwable> failure = new CompletableFuture<>();
        relay.attach(new Flow.Subscriber<>() {
            @Override
            public void onSubscribe(Flow.Subscription subscription) {
                subscription.request(1);
            }

            @Override
            public void onNext(List<ByteBuffer> item) {}

            @Override
            public void onError(Throwable throwable) {
                failure.complete(throwable);
            }

            @Override
            public void onComplete() {
                failure.complete(new AssertionError("completed"));
            }
        });
        relay.onError(told);
        return failure.get(30, TimeUnit.SECONDS);
    }

    @Test
    void sourceThatFailsWhenTimeIsUp_hasRunOutOfTime() throws Exception {
        IOException closed = new IOException("fixed content-length: 19999, bytes received: 1");

        assertThat(failure(Duration.ofNanos(1), closed))
                .isInstanceOf(HttpTimeoutException.class)
                .hasCause(closed);
    }

    @Test
    void sourceThatFailsBefore_hasFailedAsItSays() throws Exception {
        IOException closed = new IOException("connection reset");

        assertThat(failure(Duration.ofMinutes(1), closed)).isSameAs(closed);
    }
}
