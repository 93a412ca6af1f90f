package dev.parley.runtime.event;

import dev.parley.runtime.codec.Decoder;
import dev.parley.runtime.error.ParleyException;
import dev.parley.runtime.http.HttpHeaders;
import dev.parley.runtime.http.HttpResponse;
import java.io.IOException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * The events of one answer, each read from the wire when it is asked for. It can be walked over once.
 *
 * <p>It ends at an event whose data starts with {@code [DONE]}, without waiting for the server to end the answer, or
 * where the server ends it. Events that only keep the connection alive are skipped: those whose data is blank, unless
 * they are named {@code error}, and those named {@code ping}, {@code keepalive} or {@code keep-alive} whose data is not
 * JSON. At the end, and at the first failure, the connection is given up; whoever stops earlier must
 * close the stream, best by {@code try (…)}. {@link Iterator#hasNext()} and {@link Iterator#next()} throw
 *
 * <ul>
 *   <li>{@link dev.parley.runtime.error.StreamException} at an error that the server sends in place of an event: JSON
 *       without a string member {@code type} whose member {@code error} is an object or a string, or anything without
 *       such a {@code type} in an event named {@code error}; an error that is one of the events comes as that event;
 *   <li>the same where the server sends an error in place of the stream, as JSON with a member {@code error}, and where
 *       the stream ends without an event although something came that is no part of one;
 *   <li>{@link dev.parley.runtime.error.DecodingException} at data that is not JSON or does not fit the type;
 *   <li>{@link dev.parley.runtime.error.TransportException} where the connection breaks, an event is larger than allowed,
 *       the answer is no stream of events but HTML or other JSON, or the thread is interrupted, whose flag is then set;
 *   <li>{@link IllegalStateException} once the stream was closed before its end, so that nobody takes a part for all.
 * </ul>
 *
 * After a failure they throw it again. One thread reads; any thread may close, which wakes the one that reads.
 *
 * @param <E> the type of the events
 */
public final class EventStream<E> implements Iterable<E>, AutoCloseable {
    private static final int BUFFER_BYTES = 16 * 1024;

    private final HttpResponse response;
    private final EventFormat<E> format;
    private final EventReader<E> reader;
    private final Function<? super IOException, ? extends ParleyException> failures;
    private final AtomicBoolean taken = new AtomicBoolean();
    private volatile boolean closed;
    private volatile @Nullable String lastEventId;

    /**
     * Makes a stream over an answer whose body nobody else reads.
     *
     * @param response the answer, a success; closed by this stream
     * @param decoder reads the data of an event
     * @param failures makes the exception for a failure to read
     */
    public EventStream(
            HttpResponse response,
            Decoder<E> decoder,
            Function<? super IOException, ? extends ParleyException> failures) {
        this(response, EventFormat.of(decoder), failures);
    }

    /**
     * Makes a stream over an answer whose body nobody else reads.
     *
     * @param response the answer, a success; closed by this stream
     * @param format how events are read
     * @param failures makes the exception for a failure to read
     */
    public EventStream(
            HttpResponse response,
            EventFormat<E> format,
            Function<? super IOException, ? extends ParleyException> failures) {
        this.response = response;
        this.format = format;
        this.failures = failures;
        reader = new EventReader<>(format, response.headers());
    }

    /**
     * Returns the events, to be walked over once.
     *
     * @throws IllegalStateException if they were asked for before, here or as a stream, or if this is closed
     */
    @Override
    public Iterator<E> iterator() {
        if (taken.getAndSet(true)) {
            throw new IllegalStateException("a stream of events can be walked over only once; send the call again");
        }
        if (closed) {
            throw closedEarly(null);
        }
        return new Events();
    }

    /**
     * Returns the events as a sequential stream, which closes this when it is closed; it is not closed by an operation
     * that stops early, such as {@code findFirst}.
     *
     * @throws IllegalStateException as {@link #iterator()}
     */
    public Stream<E> stream() {
        int traits = Spliterator.ORDERED | Spliterator.NONNULL;
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(iterator(), traits), false)
                .onClose(this::close);
    }

    /** Returns the status code of the answer. */
    public int status() {
        return response.status();
    }

    /** Returns the headers of the answer; secrets of the request that the server echoes in them are masked. */
    public HttpHeaders headers() {
        return format.presentable(response.headers());
    }

    /** Returns the server's id of the request, from the header {@code x-request-id}, or null. */
    public @Nullable String requestId() {
        return headers().first(EventReader.REQUEST_ID);
    }

    /**
     * Returns the id of the event that was handed out last or, if that had none, of the last one before it that had; null
     * if there is none. A stream that broke can be taken up behind it where the server allows that.
     */
    public @Nullable String lastEventId() {
        return lastEventId;
    }

    /** Gives up the connection at once, unless the events came to their end; from any thread, any number of times. */
    @Override
    public void close() {
        closed = true;
        response.close();
    }

    /** Returns the status, and the headers with those masked that may hold a secret. */
    @Override
    public String toString() {
        return "EventStream[" + status() + " " + headers() + "]";
    }

    private static IllegalStateException closedEarly(@Nullable Throwable cause) {
        return new IllegalStateException("the stream of events was closed before its end", cause);
    }

    private final class Events implements Iterator<E> {
        private final byte[] buffer = new byte[BUFFER_BYTES];
        private @Nullable E upcoming;
        private @Nullable RuntimeException failure;
        private boolean ended;

        @Override
        public boolean hasNext() {
            if (ended) {
                return false;
            }
            if (failure != null) {
                throw failure;
            }
            if (closed) {
                throw closedEarly(null);
            }
            if (upcoming == null) {
                upcoming = readOrClose();
                if (upcoming == null) {
                    ended = true;
                    lastEventId = reader.lastEventId();
                }
            }
            return !ended;
        }

        @Override
        public E next() {
            if (!hasNext()) {
                throw new NoSuchElementException("no event is left");
            }
            E event = upcoming;
            upcoming = null;
            String id = reader.lastEventId();
            if (id != null || lastEventId != null) { // most streams have none, and writing is dear
                lastEventId = id;
            }
            return event;
        }

        /** Returns the next event, or null at the end; closes unless there is one. */
        private @Nullable E readOrClose() {
            @Nullable E event = null;
            try {
                event = read();
            } catch (IOException e) {
                failure = closed ? closedEarly(e) : failures.apply(e);
            } catch (RuntimeException e) {
                failure = e;
            } finally {
                if (event == null) {
                    close();
                }
            }
            if (failure != null) {
                throw failure;
            }
            return event;
        }

        private @Nullable E read() throws IOException {
            while (!reader.next()) {
                int count = response.body().read(buffer, 0, buffer.length);
                if (closed) {
                    throw closedEarly(null); // some bodies, when closed, only look as if they came to their end
                }
                if (count < 0) {
                    if (reader.last()) {
                        break;
                    }
                    return null;
                }
                reader.feed(buffer, count);
            }
            return reader.isDone() ? null : reader.event();
        }
    }
}
