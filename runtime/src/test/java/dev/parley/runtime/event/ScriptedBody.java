package dev.parley.runtime.event;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** A body that hands out one piece for each that is requested, in the requesting thread, as soon as it has it. */
final class ScriptedBody implements Flow.Publisher<List<ByteBuffer>>, Flow.Subscription {
    private final Queue<String> pieces = new ArrayDeque<>();
    private Flow.@Nullable Subscriber<? super List<ByteBuffer>> subscriber;
    private long requested;
    private long demand;
    private boolean ended;
    private boolean cancelled;
    private boolean handing;

    ScriptedBody(String... pieces) {
        this.pieces.addAll(List.of(pieces));
    }

    synchronized void add(String piece) {
        pieces.add(piece);
        hand();
    }

    /** Ends the body once its pieces are handed out. */
    synchronized ScriptedBody end() {
        ended = true;
        hand();
        return this;
    }

    synchronized void fail(Throwable failure) {
        if (subscriber != null) {
            subscriber.onError(failure);
        }
    }

    synchronized long requested() {
        return requested;
    }

    synchronized boolean isCancelled() {
        return cancelled;
    }

    @Override
    public synchronized void subscribe(Flow.Subscriber<? super List<ByteBuffer>> given) {
        if (subscriber != null) {
            throw new IllegalStateException("a body has one subscriber");
        }
        subscriber = given;
        given.onSubscribe(this);
        hand();
    }

    @Override
    public synchronized void request(long count) {
        requested += count;
        demand += count;
        hand();
    }

    @Override
    public synchronized void cancel() {
        cancelled = true;
    }

    private void hand() {
        if (handing || subscriber == null) {
            return;
        }
        handing = true;
        while (demand > 0 && !pieces.isEmpty() && !cancelled) {
            demand--;
            subscriber.onNext(buffers(pieces.remove()));
        }
        handing = false;
        if (pieces.isEmpty() && ended && !cancelled) {
            ended = false;
            subscriber.onComplete();
        }
    }

    /** Two buffers, one read-only, as the JDK hands them out. */
    private static List<ByteBuffer> buffers(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        int half = bytes.length / 2;
        List<ByteBuffer> buffers = new ArrayList<>();
        buffers.add(ByteBuffer.wrap(bytes, 0, half).asReadOnlyBuffer());
        buffers.add(ByteBuffer.wrap(bytes, half, bytes.length - half));
        return buffers;
    }
}
