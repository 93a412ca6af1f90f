package dev.parley.runtime.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BodyRelayAheadTest {
    private static final List<ByteBuffer> PIECE = List.of(ByteBuffer.wrap(new byte[] {1}));

    private final List<Long> asked = new ArrayList<>();
    private final BodyRelay relay = new BodyRelay(Deadline.after(Duration.ofMinutes(1)));
    private final Reader reader = new Reader();

    @Test
    void ahead_beforeTheReader_asksForOnePiece() {
        open();

        assertThat(asked).containsExactly(1L);
    }

    @Test
    void ahead_pieceThatNobodyAskedFor_isHeldBack() {
        open();
        relay.onNext(PIECE);
        relay.onComplete();
        relay.subscribe(reader);
        assertThat(reader.told).isEmpty();

        reader.subscription().request(1);

        assertThat(reader.told).containsExactly("piece", "end");
        assertThat(asked).containsExactly(1L);
    }

    @Test
    void ahead_readerThatAsksLater_getsOnePieceForEach() {
        open();
        relay.subscribe(reader);
        reader.subscription().request(1);
        relay.onNext(PIECE);
        assertThat(asked).containsExactly(1L);

        reader.subscription().request(2);

        assertThat(asked).containsExactly(1L, 2L);
    }

    @Test
    void ahead_emptyBody_endsUnasked() {
        open();
        relay.onComplete();
        relay.subscribe(reader);

        assertThat(reader.told).containsExactly("end");
    }

    @Test
    void ahead_closedWithAPieceHeldBack_fails() {
        open();
        relay.onNext(PIECE);
        relay.subscribe(reader);

        relay.close();

        assertThat(reader.told).containsExactly("the body of the answer is closed");
    }

    private void open() {
        relay.askAhead();
        relay.onSubscribe(new Flow.Subscription() {
            @Override
            public void request(long count) {
                asked.add(count);
            }

            @Override
            public void cancel() {}
        });
    }

    private static final class Reader implements Flow.Subscriber<List<ByteBuffer>> {
        private final List<String> told = new ArrayList<>();
        private Flow.@Nullable Subscription subscription;

        Flow.Subscription subscription() {
            assertThat(subscription).isNotNull();
            return subscription;
        }

        @Override
        public void onSubscribe(Flow.Subscription given) {
            subscription = given;
        }

        @Override
        public void onNext(List<ByteBuffer> item) {
            told.add("piece");
        }

        @Override
        public void onError(Throwable throwable) {
            told.add(String.valueOf(throwable.getMessage()));
        }

        @Override
        public void onComplete() {
            told.add("end");
        }
    }
}
