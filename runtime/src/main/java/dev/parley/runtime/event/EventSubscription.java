package dev.parley.runtime.event;

import dev.parley.runtime.error.ParleyException;
import dev.parley.runtime.flow.SerialSubscription;
import dev.parley.runtime.http.HttpResponse;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One exchange whose events go to one subscriber: asks for a piece of the body once the events of the last are gone. */
final class EventSubscription<E> extends SerialSubscription<E> implements Flow.Subscriber<List<ByteBuffer>> {
    /** Who wants so many events more has the next piece of the body asked for while those of the last are handed out. */
    private static final int MANY = 64;

    private final Supplier<CompletableFuture<HttpResponse>> open;
    private final EventFormat<E> format;
    private final Function<? super Throwable, ? extends ParleyException> failures;
    private final Executor executor;

    private volatile @Nullable CompletableFuture<HttpResponse> opening;
    private volatile @Nullable HttpResponse response;
    private volatile Flow.@Nullable Subscription body;
    private final Queue<List<ByteBuffer>> arrived = new ConcurrentLinkedQueue<>();
    private volatile boolean asked;
    private volatile @Nullable Throwable failure;
    private volatile boolean ended;

    // From here on for advance() alone.
    private @Nullable EventReader<E> reader;
    private Iterator<ByteBuffer> pieces = Collections.emptyIterator();
    private byte[] buffer = new byte[0];
    private boolean standing;

    EventSubscription(
            Flow.Subscriber<? super E> subscriber,
            Supplier<CompletableFuture<HttpResponse>> open,
            EventFormat<E> format,
            Function<? super Throwable, ? extends ParleyException> failures,
            Executor executor) {
        super(subscriber, executor);
        this.open = open;
        this.format = format;
        this.failures = failures;
        this.executor = executor;
    }

    @Override
    protected void open() {
        CompletableFuture<HttpResponse> future = open.get();
        opening = future;
        var unused = future.whenComplete((answer, error) -> {
            if (answer == null) {
                end(error);
            } else {
                receive(answer);
            }
        });
        if (isOver()) {
            release(); // cancelled while the exchange was being opened
        }
    }

    private void receive(HttpResponse answer) {
        response = answer;
        if (isOver()) {
            answer.close();
            return;
        }
        try {
            answer.publisher(executor).subscribe(this);
        } catch (RuntimeException e) {
            end(e);
        }
    }

    private void end(@Nullable Throwable error) {
        failure = error;
        ended = true;
        signal();
    }

    @Override
    protected void advance() throws Exception {
        while (!isOver()) {
            boolean last = ended; // before the look at what arrived: nothing arrives after the end
            if (!standing && !read()) {
                if (!last) {
                    ask(1);
                    return;
                }
                if (!finish()) {
                    return;
                }
            }
            standing = true;
            if (reader.isDone()) {
                complete();
                return;
            }
            if (!isWanted(1)) {
                return;
            }
            standing = false;
            next(reader.event());
        }
    }

    /** Goes on to the next event of what arrived; returns false if it is not there yet. */
    private boolean read() throws IOException {
        HttpResponse answer = response;
        if (answer == null) {
            return false;
        }
        if (reader == null) {
            reader = new EventReader<>(format, answer.headers());
        }
        while (!reader.next()) {
            ByteBuffer piece = nextPiece();
            if (piece == null) {
                return false;
            }
            int length = piece.remaining();
            if (buffer.length < length) {
                buffer = new byte[length];
            }
            piece.get(buffer, 0, length);
            reader.feed(buffer, length);
        }
        return true;
    }

    private @Nullable ByteBuffer nextPiece() {
        while (!pieces.hasNext()) {
            List<ByteBuffer> next = arrived.poll();
            if (next == null) {
                return null;
            }
            pieces = next.iterator();
            ask(MANY);
        }
        return pieces.next();
    }

    /** Ends, unless one event is left, which lacked its end; returns whether there is one. */
    private boolean finish() throws Exception {
        Throwable error = failure;
        if (error instanceof Error fatal) {
            throw fatal;
        }
        if (error != null) {
            throw (Exception) error;
        }
        if (reader != null && reader.last()) {
            return true;
        }
        complete();
        return false;
    }

    /** Asks for a piece if so many events are wanted at least. */
    private void ask(int wanted) {
        Flow.Subscription open = body;
        if (open != null && !asked && isWanted(wanted)) {
            asked = true;
            open.request(1);
        }
    }

    @Override
    protected void release() {
        CompletableFuture<HttpResponse> future = opening;
        if (future != null) {
            future.cancel(true);
        }
        Flow.Subscription subscription = body;
        if (subscription != null) {
            subscription.cancel();
        }
        HttpResponse answer = response;
        if (answer != null) {
            answer.close();
        }
    }

    @Override
    protected Throwable translated(Throwable error) {
        Throwable cause = error;
        while ((cause instanceof CompletionException || cause instanceof ExecutionException)
                && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause instanceof RuntimeException || cause instanceof Error ? cause : failures.apply(cause);
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        body = subscription;
        if (isOver()) {
            subscription.cancel();
        } else {
            signal();
        }
    }

    @Override
    public void onNext(List<ByteBuffer> item) {
        arrived.add(item);
        asked = false;
        signal();
    }

    @Override
    public void onError(Throwable throwable) {
        end(throwable);
    }

    @Override
    public void onComplete() {
        end(null);
    }
}
