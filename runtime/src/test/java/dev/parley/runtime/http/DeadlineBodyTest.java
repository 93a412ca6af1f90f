package dev.parley.runtime.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class DeadlineBodyTest {
    private final StubClient.Source demand = new StubClient.Source();

    private static List<ByteBuffer> buffers(String... texts) {
        return List.of(texts).stream()
                .map(text -> ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)))
                .toList();
    }

    private DeadlineBody subscribed(Duration timeout) {
        DeadlineBody body = new DeadlineBody(Deadline.after(timeout));
        body.onSubscribe(demand);
        return body;
    }

    @Test
    void read_overManyBuffers_givesTheBytesInOrder() throws Exception {
        DeadlineBody body = subscribed(Duration.ofMinutes(1));
        body.onNext(buffers("ab", "", "c"));
        body.onNext(buffers());
        body.onNext(buffers("déf"));
        body.onComplete();

        assertThat(body.read()).isEqualTo('a');
        assertThat(body.read(new byte[0], 0, 0)).isZero();
        assertThat(new String(body.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo("bcdéf");
        assertThat(body.read()).isEqualTo(-1);
        assertThat(body.read()).isEqualTo(-1);
    }

    @Test
    void read_byteAboveAscii_isNotNegative() throws Exception {
        DeadlineBody body = subscribed(Duration.ofMinutes(1));
        body.onNext(List.of(ByteBuffer.wrap(new byte[] {(byte) 0xFF})));
        body.onComplete();

        assertThat(body.read()).isEqualTo(0xFF);
        assertThat(body.read()).isEqualTo(-1);
    }

    @Test
    void demand_followsTheReader() throws Exception {
        DeadlineBody body = subscribed(Duration.ofMinutes(1));
        assertThat(demand.requested).isEqualTo(1);

        body.onNext(buffers("a"));
        assertThat(demand.requested).isEqualTo(1);
        body.read();

        assertThat(demand.requested).isEqualTo(2);
    }

    @Test
    void read_ofPiecesThatCameTogether_takesThemAtOnceAndWaitsForNoOthers() throws Exception {
        DeadlineBody body = subscribed(Duration.ofMinutes(1));
        body.onNext(buffers("ab", "", "cd", "e"));
        byte[] bytes = new byte[8];

        assertThat(body.read(bytes, 1, 3)).isEqualTo(3);
        assertThat(body.read(bytes, 4, 4)).isEqualTo(2);

        assertThat(new String(bytes, 1, 5, StandardCharsets.UTF_8)).isEqualTo("abcde");
        assertThat(demand.requested).isEqualTo(2);
    }

    @Test
    void read_afterTheDeadline_timesOutAndCancels() {
        DeadlineBody body = subscribed(Duration.ofMillis(1));

        assertThatThrownBy(body::read).isInstanceOf(HttpTimeoutException.class);
        assertThat(demand.cancelled).isTrue();
    }

    @Test
    void read_afterAFailure_throwsEachTime() {
        DeadlineBody body = subscribed(Duration.ofMinutes(1));
        body.onError(new IOException("scripted"));

        assertThatThrownBy(body::read).isInstanceOf(IOException.class).hasMessage("scripted");
        assertThatThrownBy(body::read).isInstanceOf(IOException.class).hasMessage("scripted");
    }

    @Test
    void read_afterATimeoutOfTheSource_isATimeout() {
        DeadlineBody body = subscribed(Duration.ofMinutes(1));
        body.onError(new HttpTimeoutException("scripted"));

        assertThatThrownBy(body::read).isInstanceOf(HttpTimeoutException.class).hasMessage("scripted");
    }

    @Test
    void close_whileAnotherThreadReads_endsTheRead() throws Exception {
        DeadlineBody body = subscribed(Duration.ofMinutes(1));
        CountDownLatch reading = new CountDownLatch(1);
        Thread closer = new Thread(() -> {
            try {
                reading.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            body.close();
        });
        closer.start();
        reading.countDown();

        assertThatThrownBy(body::read).isInstanceOf(IOException.class).hasMessageContaining("closed");
        closer.join();
        assertThat(demand.cancelled).isTrue();
    }

    @Test
    void onSubscribe_afterCloseOrTwice_cancels() {
        DeadlineBody closed = new DeadlineBody(Deadline.after(Duration.ofMinutes(1)));
        closed.close();
        closed.onSubscribe(demand);
        assertThat(demand.cancelled).isTrue();
        assertThat(demand.requested).isZero();

        StubClient.Source second = new StubClient.Source();
        subscribed(Duration.ofMinutes(1)).onSubscribe(second);
        assertThat(second.cancelled).isTrue();
    }
}
